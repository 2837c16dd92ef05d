/** What was acknowledged, held against what is stored: each write once, and nothing that nobody was told of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const EVENTS = `
  select v.entry_id || ' ' || v.version as name, v.action || ' ' || v.to_state || ' ' || coalesce(v.value::float8::text, '–') as said
    from entry_event v join entry e on e.id = v.entry_id join series_head h on h.id = e.series_id
   where h.breakdown = any($1)`;
const REVISIONS = `
  select h.breakdown || ' ' || o.period as name, count(*)::int as count, max(o.revision)::int as highest
    from observation o join series_head h on h.id = o.series_id where h.breakdown = any($1) group by 1`;

/** The writes of some series (by their breakdown) that somebody was told had succeeded. */
export class Ledger {
  #acknowledged = new Map();
  #approvals = new Map();

  constructor(breakdowns) {
    this.breakdowns = breakdowns;
  }

  get size() {
    return this.#acknowledged.size;
  }

  /** Notes an answer; the same write may be told of once only. */
  acknowledge({ id, version, state, value, period, breakdown, events }) {
    const name = `${id} ${version}`;
    if (this.#acknowledged.has(name)) throw new Error(`The write ${name} was acknowledged twice, for two different requests.`);
    this.#acknowledged.set(name, `${events.at(-1).action} ${state} ${value ?? '–'}`);
    if (state === 'approved') this.#approvals.set(`${breakdown} ${period}`, (this.#approvals.get(`${breakdown} ${period}`) ?? 0) + 1);
  }

  /** Compares with the tables while nobody writes: `{ lost, doubled }`, each a list of sentences. */
  async compare(dataDir) {
    const client = new pg.Client({ connectionString: addressIn(dataDir) });
    await client.connect();
    try {
      const events = await client.query(EVENTS, [this.breakdowns]);
      const revisions = await client.query(REVISIONS, [this.breakdowns]);
      return this.differences(new Map(events.rows.map(({ name, said }) => [name, said])), revisions.rows);
    } finally {
      await client.end();
    }
  }

  /** Of what is stored: `name → said` of each event, `{ name, count, highest }` of each figure's revisions. */
  differences(stored, revisions) {
    const acknowledged = [...this.#acknowledged];
    const lost = acknowledged
      .filter(([name, said]) => stored.get(name) !== said)
      .map(([name, said]) => `entry ${name}: ${said} was acknowledged, ${stored.get(name) ?? 'nothing'} is stored`);
    const doubled = [...stored]
      .filter(([name]) => !this.#acknowledged.has(name))
      .map(([name, said]) => `entry ${name}: ${said} is stored, nobody was told`);
    const counts = new Map(revisions.map(({ name, count, highest }) => [name, { count, highest }]));
    for (const name of new Set([...counts.keys(), ...this.#approvals.keys()])) {
      const { count = 0, highest = 0 } = counts.get(name) ?? {};
      const approved = this.#approvals.get(name) ?? 0;
      if (count < approved || highest < approved)
        lost.push(`${name}: ${approved} approvals were acknowledged, ${count} revisions are stored`);
      if (count > approved || highest > approved)
        doubled.push(`${name}: ${approved} approvals were acknowledged, ${count} revisions (the highest ${highest}) are stored`);
    }
    return { lost, doubled };
  }
}

/** The address of the application's own database, as the application itself connects. */
function addressIn(dataDir) {
  const { port, passwords } = JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8'));
  return `postgres://slusen_app:${passwords.slusen_app}@127.0.0.1:${port}/slusen`;
}

/** (d) A figure entered, submitted and approved, against one hand-written statement for each of the three requests. */
import { withClient } from './databases.mjs';
import { slugOf } from './generated-strategy.mjs';
import { requireGuarantees } from './guarantees.mjs';
import { loadSide } from './load.mjs';
import { startHelper } from './processes.mjs';
import { alternate, compared } from './rounds.mjs';

const INDICATOR = slugOf(0);
const CONNECTIONS = 4;
/** Twice as many as connections: one may be handed out for a request that the end of a round cut off. */
const LANES = 8;
const SERIES_PER_LANE = 200;
const YEARS = 6;

/** Measures both sides in turn; gives `compared()` (entries a second). Throws when the two sides did not leave the same rows. */
export async function measureEntries({ world, load, rounds, seconds }) {
  const app = await world.running('large');
  const place = { indicator: INDICATOR, periods: quartersBefore(world.year) };
  const series = await withClient(app.urls.owner, (client) => makeSeries(client, world.territory));
  const hand = await startHelper('hand-server.mjs', { databaseUrl: app.urls.app, entries: { territory: world.territory } });
  try {
    for (const [name, { url }] of [['app', app], ['hand', hand.ready]]) await requireGuarantees({ url, people: app.people, place, lane: laneOf(series[name].pop()) }); // prettier-ignore
    const databasePid = await world.databasePid();
    const side = (name, { url, pid }) => {
      const order = {
        kind: 'entries',
        side: name,
        url,
        connections: CONNECTIONS,
        people: app.people,
        ...place,
        lanes: lanesOf(series[name]),
      };
      return loadSide({ load, pid, databasePid, seconds, order });
    };
    const sides = { app: side('app', app), hand: side('hand', { url: hand.ready.url, pid: hand.pid }) };
    const result = compared(await alternate({ rounds, sides }));
    await withClient(app.urls.owner, (client) => requireSameRows(client));
    return result;
  } finally {
    await hand.stop();
  }
}

/** The quarters of whole past years, which nobody can call too early. */
function quartersBefore(year) {
  return Array.from({ length: YEARS * 4 }, (_, at) => `${year - YEARS + Math.floor(at / 4)}-Q${(at % 4) + 1}`);
}

/** Empty series for each side, by their breakdowns; a first figure would otherwise make them. */
async function makeSeries(client, territory) {
  const make = async (side) => {
    const { rows } = await client.query(
      `insert into series_head (indicator_id, territory_id, breakdown)
       select i.id, t.id, $3 || n from indicator i, territory t, generate_series(1, $4::int) n
        where i.slug = $1 and t.code = $2 returning breakdown`,
      [INDICATOR, territory, `bench-${side}=`, LANES * SERIES_PER_LANE],
    );
    return rows.map(({ breakdown }) => breakdown);
  };
  return { app: await make('app'), hand: await make('hand') };
}

const laneOf = (breakdown) => ({ series: [breakdown], at: 0 });

function lanesOf(breakdowns) {
  return Array.from({ length: LANES }, (_, lane) => ({ series: breakdowns.filter((_, at) => at % LANES === lane), at: 0 }));
}

/** What an approved entry leaves: its own columns, authors, events, revision, trail and kept answers, without what differs from entry to entry. */
const LEFT = `
  select split_part(h.breakdown, '=', 1) as side, count(*)::int as entries,
         array_agg(distinct concat_ws(' ', e.version, e.is_correction, e.submitted_at is null, e.answers::text)) as columns,
         array_agg(distinct (select string_agg(w.account_id::text, ' ') from entry_author w where w.entry_id = e.id)) as authors,
         array_agg(distinct (select string_agg(concat_ws(' ', v.version, v.action, v.from_state, v.to_state, v.account_id, v.value = e.value), '; ' order by v.version)
                               from entry_event v where v.entry_id = e.id)) as events,
         array_agg(distinct (select string_agg(concat_ws(' ', o.revision, o.quality, o.provenance, o.source, o.department_id, o.value = e.value), '; ')
                               from observation o where o.entry_id = e.id)) as revisions,
         array_agg(distinct (select string_agg(regexp_replace(replace(a.payload, e.id::text, 'ID'), '"(period|value)":("[^"]*"|[0-9.]+)', '\\1', 'g'), '; ' order by v.version)
                               from entry_event v join audit_event a on a.record_id = v.record_id where v.entry_id = e.id)) as trail,
         array_agg(distinct (select count(*) from idempotency_key k where k.answer ->> 'id' = e.id::text)) as answers
    from entry e join series_head h on h.id = e.series_id
   where e.state = 'approved' and h.breakdown like 'bench-%' group by 1 order by 1`;

/** The chain must be whole, and each revision must have been recorded in the transaction of its event. */
const BROKEN = `
  select count(*)::int as broken
    from (select a.payload, a.hash, a.previous_hash, lag(a.hash) over (order by r.seq) as before from audit_event a join record r on r.id = a.record_id) a
   where sha256(previous_hash || convert_to(payload, 'UTF8')) <> hash or before <> previous_hash`;

async function requireSameRows(client) {
  // Keys are kept for a day by account and key only, so the answers of ten thousand entries are found by what they say.
  await client.query(`create index bench_answer on idempotency_key ((answer ->> 'id'))`);
  await client.query(`create index bench_event on entry_event (entry_id)`);
  await client.query(`create index bench_observation on observation (entry_id)`);
  const { rows } = await client.query(LEFT);
  await client.query('drop index bench_answer, bench_event, bench_observation');
  const [app, hand] = rows.map((row) => JSON.stringify({ ...row, side: undefined, entries: undefined }));
  if (rows.length !== 2 || app !== hand) throw new Error(`The sides left other rows per entry: ${app} and ${hand}`);
  const { broken } = (await client.query(BROKEN)).rows[0];
  if (broken > 0) throw new Error(`${broken} links of the audit trail do not hold`);
}

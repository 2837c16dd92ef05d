/** Sends the recorded statements of an entry's three requests again, filled in for another entry: same transactions, same round trips. */
import { createHash, randomUUID } from 'node:crypto';

/** Where a code of a quarter ends, in months: `2026-Q3` → 24321. */
export function quarterEnd(code) {
  const [year, quarter] = code.split('-Q').map(Number);
  return year * 12 + quarter * 3;
}

/**
 * `steps`: per request (`record`, `submit`, `approve`) its `{ statements, answer }` as made by `templateOf`; `series`: the
 * number of each series by its breakdown. Gives `record(body, key)` and `step(id, body, key)`, each with the answer's text.
 */
export function replayOf(pool, { steps, series }) {
  const numbers = new Map(series);
  const entries = new Map();
  const run = async ({ statements, answer }, facts) => {
    await runStatements(pool, statements, facts);
    return filled(answer, facts);
  };
  return {
    record({ period, breakdown }, key) {
      const entry = { entryId: randomUUID(), period, periodEnd: quarterEnd(period), breakdown, seriesId: numbers.get(breakdown) };
      entries.set(entry.entryId, entry);
      return run(steps.record, factsOf(entry, key));
    },
    step: (id, { action }, key) => run(steps[action], factsOf(entries.get(id), key)),
  };
}

function factsOf(entry, key) {
  if (!entry) throw new Error('There is no such entry');
  const says = createHash('sha256').update(entry.entryId).digest('hex');
  return { ...entry, says, key, now: new Date(), previous: Buffer.alloc(32) };
}

/** What stands outside a transaction goes to any connection of the pool, as in the application. */
async function runStatements(pool, statements, facts) {
  let client;
  try {
    for (const statement of statements) {
      if (statement.begins) client = await pool.connect();
      const { rows } = await (statement.isInside ? client : pool).query(prepared(statement, facts));
      if (statement.readsHash) facts.previous = rows[0]?.hash ?? facts.previous;
    }
  } finally {
    client?.release();
  }
}

function prepared({ text, name, values }, facts) {
  if (values.length === 0) return { text, ...(name && { name }), values: [] };
  return { text, name, values: values.map((value) => valueOf(value, facts, values)) };
}

function valueOf(value, facts, all) {
  if ('constant' in value) return value.constant;
  if ('bytes' in value) return Buffer.from(value.bytes, 'hex');
  if ('text' in value) return filled(value.text, facts);
  if (value.fact === 'fingerprint') return createHash('sha256').update(facts.key).digest();
  if (value.fact === 'chain') return createHash('sha256').update(facts.previous).update(filled(all[0].text, facts)).digest();
  return facts[value.fact];
}

/** A text with its places filled in: `⟦entryId⟧`. */
export function filled(text, facts) {
  return text.replace(/⟦(\w+)⟧/g, (_, name) => (name === 'now' ? facts.now.toISOString() : String(facts[name])));
}

/**
 * Loaded before the application (`node --import`) in runs that are not measured for speed: tells the bench every
 * statement that goes to the database, with its values, and when a transaction was committed.
 */
import { createRequire } from 'node:module';

const pg = createRequire(import.meta.url)('pg');
const send = pg.Client.prototype.query;
let clients = 0;
const numbers = new WeakMap();

pg.Client.prototype.query = function query(statement, values, ...rest) {
  if (!numbers.has(this)) numbers.set(this, ++clients);
  const { text, name } = typeof statement === 'string' ? { text: statement } : statement;
  // A stream (COPY) has no text of its own.
  if (typeof text === 'string') tell({ client: numbers.get(this), at: performance.now(), text, name, values: plain(values, statement) });
  const running = send.call(this, statement, values, ...rest);
  if (text === 'COMMIT' && typeof running?.then === 'function')
    running.then(
      () => tell({ committed: performance.now() }),
      () => undefined,
    );
  return running;
};

/** Without the channel's reference: a program that is done must be able to end. */
function tell(message) {
  if (process.connected) process.send(message);
}

function plain(values, statement) {
  const given = Array.isArray(values) ? values : (statement.values ?? []);
  return given.map((value) => {
    if (Buffer.isBuffer(value)) return { hex: value.toString('hex') };
    return value instanceof Date ? { date: value.toISOString() } : (value ?? null);
  });
}

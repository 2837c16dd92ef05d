/** Entries that wait for review, put there in one sealed transaction: what a queue is measured on. */
import { slugOf } from './generated-strategy.mjs';

/** The year's first quarter of as many series of the municipality and its neighbours, each by the reporter. */
const ENTRIES = `
  insert into entry (series_id, period, period_end, state, version, value, quality, answers, is_correction, created_at, updated_at, submitted_at)
  select h.id, $1 || '-Q1', $1::int * 12 + 3, 'submitted', 2, 600 + n, 'final', '[]', false, now(), now(), now() - make_interval(secs => $2 - n)
    from (select id, row_number() over (order by territory_id, indicator_id) as n from series_head where breakdown = '') h
   where n <= $2`;
const AUTHORS = `insert into entry_author (entry_id, account_id) select e.id, a.id from entry e, account a where a.username = 'reporter'`;
const EVENTS = `
  insert into entry_event (entry_id, version, action, from_state, to_state, account_id, value)
  select e.id, s.version, s.action, s.was, s.becomes, w.account_id, e.value
    from entry e join entry_author w on w.entry_id = e.id,
         (values (1, 'save', null, 'draft'), (2, 'submit', 'draft', 'submitted')) s (version, action, was, becomes)`;

/** Makes `count` entries wait on a database without any; gives the id of one, and the place of the first: `{ id, indicator, period }`. */
export async function makeEntriesWait(client, year, count) {
  await client.query('begin');
  await client.query(ENTRIES, [String(year), count]);
  await client.query(AUTHORS);
  await client.query(EVENTS);
  await client.query('select seal($1)', [`{"action":"bench.wait","by":null,"facts":{"entries":${count}},"subject":"bench"}`]);
  await client.query('commit');
  await client.query('analyze');
  const { rows } = await client.query('select id from entry order by submitted_at limit 1');
  return { id: rows[0].id, indicator: slugOf(0), period: `${year}-Q1` };
}

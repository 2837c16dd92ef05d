/** Entries that wait for review, put there in one sealed transaction: what a queue is measured on. */
import { slugOf } from './generated-strategy.mjs';

/** The first quarter of the year $1 of the first $2 series, whole areas of the municipality and its neighbours, all by one reporter. */
const ENTRIES = `
  with made as (
    insert into entry (series_id, period, period_end, state, version, value, quality, answers, is_correction, created_at, updated_at, submitted_at)
    select h.id, $1 || '-Q1', $1::int * 12 + 3, 'submitted', 2, 600 + n, 'final', '[]', false, now(), now(), now() - make_interval(secs => $2 - n)
      from (select id, row_number() over (order by territory_id, indicator_id) as n from series_head where breakdown = '') h
     where n <= $2
    returning id, value, submitted_at),
  author as (
    insert into entry_author (entry_id, account_id)
    select made.id, account.id from made, account where username = 'reporter' returning entry_id, account_id),
  event as (
    insert into entry_event (entry_id, version, action, from_state, to_state, account_id, value)
    select made.id, s.version, s.action, s.was, s.becomes, author.account_id, made.value
      from made join author on author.entry_id = made.id,
           (values (1, 'save', null, 'draft'), (2, 'submit', 'draft', 'submitted')) s (version, action, was, becomes))
  select id from made order by submitted_at limit 1`;

/** Makes `count` more entries wait; gives the one that waits longest, and where it is entered: `{ id, indicator, period }`. */
export async function makeEntriesWait(client, year, count) {
  await client.query('begin');
  const { rows } = await client.query(ENTRIES, [String(year), count]);
  await client.query('select seal($1)', [`{"action":"bench.wait","by":null,"facts":{"entries":${count}},"subject":"bench"}`]);
  await client.query('commit');
  await client.query('analyze');
  return { id: rows[0].id, indicator: slugOf(0), period: `${year}-Q1` };
}

/** What entries leave in the database: both sides of the write path must have left the same, and what is sealed must hold. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What an entry leaves that came to the state $1, in series whose breakdown begins with $2: its own columns, authors, events, revision, trail, how many rows each event sealed, and kept answers, without what differs from entry to entry. */
const LEFT = `
  select split_part(h.breakdown, '=', 1) as side, count(*)::int as entries,
         array_agg(distinct concat_ws(' ', e.version, e.is_correction, e.submitted_at is null, e.answers::text)) as columns,
         array_agg(distinct (select string_agg(w.account_id::text, ' ') from entry_author w where w.entry_id = e.id)) as authors,
         array_agg(distinct (select string_agg(concat_ws(' ', v.version, v.action, v.from_state, v.to_state, v.account_id, v.value = e.value), '; ' order by v.version)
                               from entry_event v where v.entry_id = e.id)) as events,
         array_agg(distinct (select string_agg(concat_ws(' ', o.revision, o.quality, o.provenance, o.source, o.department_id, o.value = e.value), '; ')
                               from observation o where o.entry_id = e.id)) as revisions,
         array_agg(distinct (select string_agg(regexp_replace(replace(a.payload, e.id::text, 'ID'), '"(period|says|value)":("[^"]*"|[0-9.]+)', '\\1', 'g'), '; ' order by v.version)
                               from entry_event v join audit_event a on a.record_id = v.record_id where v.entry_id = e.id)) as trail,
         array_agg(distinct (select string_agg((select string_agg(told.key || ' ' || (told.value ->> 'count'), ' ') from json_each(a.sealed::json -> 'rows') told), '; ' order by v.version)
                               from entry_event v join audit_event a on a.record_id = v.record_id where v.entry_id = e.id)) as sealed,
         array_agg(distinct (select count(*) from idempotency_key k where k.answer ->> 'id' = e.id::text)) as answers
    from entry e join series_head h on h.id = e.series_id
   where e.state = $1 and h.breakdown like $2 || '-%' group by 1 order by 1`;

/** The chain must be whole, and the latest events must have sealed the rows that are there. */
const BROKEN = `
  select (select count(*)::int
            from (select a.payload, a.sealed, a.hash, a.previous_hash, lag(a.hash) over (order by r.seq) as before
                    from audit_event a join record r on r.id = a.record_id) a
           where sha256(previous_hash || convert_to(sealed || E'\\n' || payload, 'UTF8')) <> hash or before <> previous_hash) as links,
         (select count(*)::int
            from (select a.record_id, a.sealed from audit_event a join record r on r.id = a.record_id order by r.seq desc limit 500) a
           cross join lateral json_each_text(a.sealed::json -> 'rows') told
           where rows_digest(told.key, a.record_id) <> told.value) as digests`;

/** What the latest of those entries of each side say, and the digest that their events told of it. */
const SAID = `
  select i.slug as indicator, t.code as territory, h.breakdown, e.period,
         json_build_object('value', e.value, 'quality', e.quality, 'answers', e.answers) as figure, a.payload::json -> 'facts' ->> 'says' as told
    from (select e.*, row_number() over (partition by split_part(h.breakdown, '=', 1) order by e.updated_at desc) as n
            from entry e join series_head h on h.id = e.series_id where e.state = $1 and h.breakdown like $2 || '-%') e
    join series_head h on h.id = e.series_id join indicator i on i.id = h.indicator_id join territory t on t.id = h.territory_id
    join entry_event v on v.entry_id = e.id join audit_event a on a.record_id = v.record_id
   where e.n <= 50`;

/** Throws with what differs between entries of both sides that came to the state, or with how much does not hold. */
export async function requireSameRows(client, { prefix, state }) {
  // Keys are kept for a day by account and key only, so the answers of ten thousand entries are found by what they say.
  await client.query(`create index bench_answer on idempotency_key ((answer ->> 'id'))`);
  await client.query(`create index bench_event on entry_event (entry_id)`);
  await client.query(`create index bench_observation on observation (entry_id)`);
  const { rows } = await client.query(LEFT, [state, prefix]);
  await client.query('drop index bench_answer, bench_event, bench_observation');
  const [app, hand] = rows.map((row) => JSON.stringify({ ...row, side: undefined, entries: undefined }));
  if (rows.length !== 2 || app !== hand) throw new Error(`The sides left other rows per entry: ${app} and ${hand}`);
  const { links, digests } = (await client.query(BROKEN)).rows[0];
  if (links + digests > 0) throw new Error(`${links} links of the audit trail and ${digests} digests of what it seals do not hold`);
  for (const { told, ...content } of (await client.query(SAID, [state, prefix])).rows) {
    const says = createHash('sha256').update(canonicalize(content)).digest('hex');
    if (says !== told) throw new Error(`An event tells of another content than ${canonicalize(content)}`);
  }
}

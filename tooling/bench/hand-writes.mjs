/**
 * The write path by hand: one named statement for each request, which is its transaction. Each checks session, role and version, writes
 * what the application writes (entry, author, event, next revision), tells other processes, seals the transaction with its audit event and
 * keeps the answer under the idempotency key; none gives a row when the request is refused. What is refused by a key of a table (a second
 * draft of one figure, a revision that somebody else took, a request that was answered before) is an error of the database.
 */
import { CALLER } from './hand-reads.mjs';

const ISO = (moment) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const number = (value) => `trim_scale(${value})::text`;

/** What an entry holds besides its value, as columns of `table`. */
const heldBy = (table) =>
  ['comment', 'link', 'margin', 'respondents', 'source_note', 'reason', 'returned_reason'].map((column) => `${table}.${column}`).join(', ');

/** The digest of everything an entry without answers says, over canonical JSON; `||` with nothing is nothing, so what is absent is left out. */
const SAYS = `encode(sha256(convert_to(concat(
  '{"breakdown":', to_json(m.breakdown), ',"figure":{"answers":[]', ',"comment":' || to_json(m.comment), ',"link":' || to_json(m.link),
  ',"margin":' || trim_scale(m.margin), ',"missing":"' || m.missing || '"', ',"quality":"', m.quality, '"', ',"reason":' || to_json(m.reason),
  ',"respondents":' || m.respondents, ',"sourceNote":' || to_json(m.source_note), ',"value":' || trim_scale(m.value), '},"indicator":"', m.slug,
  '","period":"', m.period, '"', ',"returnedReason":' || to_json(m.returned_reason), ',"territory":"', m.territory, '"}'), 'UTF8')), 'hex')`;

/** The role $ROLE for the department that answers for the indicator of the series `h`, with what is known of the indicator. */
const allowed = (role) => `
  join indicator i on i.id = h.indicator_id
  join territory t on t.id = h.territory_id
  cross join lateral (select owner_id, source_name, is_example from indicator_definition where indicator_id = h.indicator_id order by revision desc limit 1) d
  join caller c on exists (select from account_role r where r.account_id = c.id and r.role = '${role}' and r.department_id = d.owner_id)`;

/**
 * The end of every request. `$2` and `$3` are the idempotency key and the request's fingerprint. The event's facts are canonical JSON
 * (RFC 8785) like the application's; they are made from the rows that were written, so that nothing is written after the seal.
 */
const sealed = ({ action, facts, from }) => `
  sealed as materialized (
    select m.*, s.at
      from ${from}
     cross join lateral seal('{"action":"entry.${action}","by":"' || m.account || '","facts":{' || ${facts} || '},"subject":"entry:' || v.entry_id || '"}') s),
  kept as (
    insert into idempotency_key (account_id, key, fingerprint, answer)
    select account, $2, $3, jsonb_build_object('id', id, 'version', version, 'state', state, 'indicator', slug, 'period', period,
                                               'breakdown', breakdown, 'value', value, 'quality', quality, 'updatedAt', ${ISO('at')}) from sealed
    returning answer)
  select answer::text from kept`;

const event = (action) => `
  event as (
    insert into entry_event (entry_id, version, action, from_state, to_state, account_id, value, missing)
    select m.id, m.version, '${action}', m.was, m.state, m.account, m.value, m.missing from moved m returning entry_id, version)`;

/** $4 id, $5 indicator, $6 territory, $7 breakdown, $8 period, $9 its end, $10 value, $11 quality. */
export const RECORD = {
  name: 'hand.record',
  text: `
    with ${CALLER},
    place as (
      select h.id, c.id as account, i.slug, t.code as territory, h.breakdown, exists (select from observation o where o.series_id = h.id and o.period = $8) as is_correction
        from series_head h ${allowed('reporter')}
       where i.slug = $5 and t.code = $6 and h.breakdown = $7 for update of h),
    made as (
      insert into entry (id, series_id, period, period_end, state, version, value, quality, answers, is_correction, created_at, updated_at)
      select $4, id, $8, $9, 'draft', 1, $10, $11, '[]', is_correction, now(), now() from place
      returning id, period, state, version, value, missing, quality, ${heldBy('entry')}),
    moved as (select m.*, null as was, p.account, p.slug, p.territory, p.breakdown from made m, place p),
    author as (insert into entry_author (entry_id, account_id) select id, account from moved returning entry_id),
    ${event('save')},
    ${sealed({
      action: 'save',
      from: 'moved m join event v on v.entry_id = m.id join author w on w.entry_id = v.entry_id',
      facts: `'"indicator":"' || m.slug || '","period":"' || m.period || '","says":"' || ${SAYS} || '","to":"draft","value":' || ${number('m.value')} || ',"version":' || v.version`,
    })}`,
};

/** $4 id, $5 the version that was read. What corrects an approved figure needs a reason. */
export const SUBMIT = {
  name: 'hand.submit',
  text: `
    with ${CALLER},
    moved as (
      update entry e set state = 'submitted', version = e.version + 1, returned_reason = null, submitted_at = now(), updated_at = now()
        from series_head h ${allowed('reporter')}
       where e.id = $4 and e.version = $5 and e.state in ('draft', 'returned') and e.answers = '[]' and h.id = e.series_id and (e.value is not null or e.missing is not null)
         and (e.reason is not null or not exists (select from observation o where o.series_id = e.series_id and o.period = e.period))
      returning e.id, e.period, e.state, e.version, e.value, e.missing, e.quality, ${heldBy('e')}, old.state as was, c.id as account, i.slug,
                t.code as territory, h.breakdown),
    ${event('submit')},
    ${sealed({
      action: 'submit',
      from: 'moved m join event v on v.entry_id = m.id',
      facts: `'"from":"' || m.was || '","indicator":"' || m.slug || '","period":"' || m.period || '","says":"' || ${SAYS} || '","to":"submitted","value":' || ${number('m.value')} || ',"version":' || v.version`,
    })}`,
};

/** $4 id, $5 the version that was read. Four eyes: no author approves. */
export const APPROVE = {
  name: 'hand.approve',
  text: `
    with ${CALLER},
    head as (select id, breakdown, indicator_id, territory_id from series_head where id = (select series_id from entry where id = $4) for update),
    moved as (
      update entry e set state = 'approved', version = e.version + 1, updated_at = now()
        from head h ${allowed('reviewer')}
       where e.id = $4 and e.version = $5 and e.state = 'submitted' and e.answers = '[]' and h.id = e.series_id
         and not exists (select from entry_author w where w.entry_id = e.id and w.account_id = c.id)
         and (e.reason is not null or not exists (select from observation o where o.series_id = e.series_id and o.period = e.period))
      returning e.id, e.series_id, e.period, e.period_end, e.state, e.version, e.value, e.missing, e.quality, ${heldBy('e')},
                old.state as was, c.id as account, i.slug, t.code as territory, h.breakdown, d.owner_id, d.source_name, d.is_example),
    revised as (
      insert into observation (series_id, period, period_end, revision, value, missing, quality, provenance, margin, respondents, source, reason,
                               entry_id, department_id, publish_at)
      select m.series_id, m.period, m.period_end,
             coalesce((select max(o.revision) from observation o where o.series_id = m.series_id and o.period = m.period), 0) + 1,
             m.value, m.missing, m.quality, case when m.is_example then 'example' else 'exact' end, m.margin, m.respondents,
             coalesce(m.source_note, m.source_name), m.reason, m.id, m.owner_id, now()
        from moved m returning entry_id, revision),
    ${event('approve')},
    told as materialized (select m.id, pg_notify('slusen_publication', '{"indicators":["' || m.slug || '"]}') from moved m),
    ${sealed({
      action: 'approve',
      from: 'moved m join event v on v.entry_id = m.id join revised o on o.entry_id = m.id join told n on n.id = m.id',
      facts: `'"from":"' || m.was || '","indicator":"' || m.slug || '","period":"' || m.period || '","revision":' || o.revision || ',"says":"' || ${SAYS} || '","to":"approved","value":' || ${number('m.value')} || ',"version":' || v.version`,
    })}`,
};

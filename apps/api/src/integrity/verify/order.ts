import type { Check } from './check.js';

const RECORDS = `
  select r.seq::text as seq, r.at::text as at, before.at::text as before, before.seq::text as seq_before, a.record_id is not null as is_told, r.at < before.at as is_set_back
    from (select id, seq, at, lag(seq) over w as seq_before from record window w as (order by seq)) r
    left join record before on before.seq = r.seq_before
    left join audit_event a on a.record_id = r.id
   where a.record_id is null or r.at < before.at
   order by r.seq`;

const EVENTS_SET_BACK = `
  select entry_id, version
    from (select v.entry_id, v.version, r.seq, lag(r.seq) over (partition by v.entry_id order by v.version) as before
            from entry_event v join record r on r.id = v.record_id) o
   where seq <= before order by entry_id, version`;

const REVISIONS_SET_BACK = `
  select series_id, period, revision
    from (select o.series_id, o.period, o.revision, r.seq, lag(r.seq) over (partition by o.series_id, o.period order by o.revision) as before
            from observation o join record r on r.id = o.record_id) o
   where seq <= before order by series_id, period, revision`;

/** The order of recording and the time of recording tell the same story, and every record has its event in the trail. */
export const orderCheck: Check = {
  name: 'order and time of recording agree',
  async run(client, faults) {
    type Line = { seq: string; at: string; before: string | null; is_told: boolean; is_set_back: boolean | null };
    for (const { seq, at, before, is_told, is_set_back } of (await client.query<Line>(RECORDS)).rows) {
      if (!is_told) faults.add(`record ${seq}`, 'no audit event seals it');
      if (is_set_back) faults.add(`record ${seq}`, `recorded ${at}, before what came earlier (${before})`);
    }
    for (const { entry_id, version } of (await client.query<{ entry_id: string; version: number }>(EVENTS_SET_BACK)).rows) {
      faults.add(`entry ${entry_id} version ${version}`, 'recorded before the step before it');
    }
    for (const { series_id, period, revision } of (
      await client.query<{ series_id: number; period: string; revision: number }>(REVISIONS_SET_BACK)
    ).rows) {
      faults.add(`series ${series_id} ${period}`, `revision ${revision} was recorded before revision ${revision - 1}`);
    }
    const [{ looked }] = (await client.query<{ looked: number }>(`select count(*) as looked from record`)).rows as [{ looked: number }];
    return looked;
  },
};

import type { Check } from './check.js';
import { RECORDED_TABLES } from './history-tables.js';

/** An entry's event carries the moment its author acted, taken before the order is; within its entry it is checked below. */
const BY_DATABASE_CLOCK = RECORDED_TABLES.filter((table) => table !== 'entry_event');

const everything = (tables: readonly string[], columns: string): string =>
  tables.map((table) => `select '${table}' as name, ${columns} from ${table}`).join(' union all ');

const SET_BACK = `
  select name, seq, recorded_at::text as at, before::text as before
    from (select name, seq, recorded_at, lag(recorded_at) over (order by seq) as before
            from (${everything(BY_DATABASE_CLOCK, 'seq, recorded_at')}) r) o
   where recorded_at < before order by seq`;

const EVENTS_SET_BACK = `
  select entry_id, version, recorded_at::text as at, before::text as before
    from (select entry_id, version, recorded_at, seq,
                 lag(recorded_at) over w as before, lag(seq) over w as seq_before
            from entry_event window w as (partition by entry_id order by version)) o
   where recorded_at < before or seq < seq_before order by entry_id, version`;

const REVISIONS_SET_BACK = `
  select series_id, period, revision
    from (select series_id, period, revision, seq, lag(seq) over (partition by series_id, period order by revision) as before from observation) o
   where seq < before order by series_id, period, revision`;

const TWICE = `
  select seq, string_agg(name, ' and ' order by name) as names
    from (${everything([...RECORDED_TABLES, 'audit_event'], 'seq')}) r
   group by seq having count(*) > 1 order by seq`;

/** The order of recording and the time of recording tell the same story, and no place in the order is taken twice. */
export const orderCheck: Check = {
  name: 'order and time of recording agree',
  async run(client, faults) {
    type SetBack = { name: string; seq: number; at: string; before: string };
    for (const { name, seq, at, before } of (await client.query<SetBack>(SET_BACK)).rows) {
      faults.add(
        `${name} with place ${seq}`,
        `recorded ${at}, before what came earlier (${before}): the row was changed or the clock set back`,
      );
    }
    for (const { entry_id, version, at, before } of (
      await client.query<{ entry_id: string; version: number; at: string; before: string }>(EVENTS_SET_BACK)
    ).rows) {
      faults.add(`entry ${entry_id} version ${version}`, `recorded ${at}, before the step before it (${before})`);
    }
    for (const { series_id, period, revision } of (
      await client.query<{ series_id: number; period: string; revision: number }>(REVISIONS_SET_BACK)
    ).rows) {
      faults.add(`series ${series_id} ${period}`, `revision ${revision} was recorded before revision ${revision - 1}`);
    }
    for (const { seq, names } of (await client.query<{ seq: number; names: string }>(TWICE)).rows) {
      faults.add(`place ${seq}`, `taken more than once: ${names}`);
    }
    const [{ looked }] = (
      await client.query<{ looked: number }>(`select count(*) as looked from (${everything(RECORDED_TABLES, 'seq')}) r`)
    ).rows as [{ looked: number }];
    return looked;
  },
};

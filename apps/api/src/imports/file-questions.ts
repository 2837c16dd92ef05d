import { FILE_QUESTIONS, JUMP_FACTOR, type FileQuestion } from '@slusen/domain';
import type pg from 'pg';
import type { Said } from './figure-readings.js';
import type { RowFault } from './import-fault.js';

/** Asks a file one thing: the new and changed figures that it is about. What was answered before is not asked again. */
type Ask = (client: pg.ClientBase, said: Said, most: number) => Promise<RowFault[]>;

const ASKED: Readonly<Record<FileQuestion, Ask>> = { early: earlyFigures, jump: jumps, decimals: moreDecimals, limits: outsideLimits };

/** What the form would ask about the new and changed figures of a file, but for what was accepted beforehand by the name of its kind. */
export async function unaccepted(
  client: pg.ClientBase,
  { said, accepted, most }: { readonly said: Said; readonly accepted: ReadonlySet<FileQuestion>; readonly most: number },
): Promise<RowFault[]> {
  const faults: RowFault[] = [];
  for (const question of Object.keys(FILE_QUESTIONS) as FileQuestion[])
    if (!accepted.has(question)) faults.push(...(await ASKED[question](client, said, most)));
  return faults;
}

/** Final figures of periods that are not complete: what is left out of a row is final, too, which such a figure rarely is. */
async function earlyFigures(client: pg.ClientBase, { hasUnended }: Said, most: number): Promise<RowFault[]> {
  if (!hasUnended) return [];
  const { rows } = await client.query<{ row: number; period: string }>(`
    select f.row, f.period from figure f join difference using (row) where f.is_final_early order by f.row limit ${most}`);
  return rows.map(({ row, period }) => ({ row, column: 'quality', code: 'quality.early', facts: { period } }));
}

/** More decimals than the indicator has: pages would round them, and thousands with a point look like that. */
async function moreDecimals(client: pg.ClientBase, _: Said, most: number): Promise<RowFault[]> {
  const { rows } = await client.query<{ row: number; value: number; decimals: number }>(`
    select f.row, f.value::float8 as value, m.decimals
      from figure f join difference using (row) join reading_measure m on m.id = f.measure
     where scale(trim_scale(f.value)) > m.decimals order by f.row limit ${most}`);
  return rows.map(({ row, value, decimals }) => ({ row, column: 'value', code: 'value.more-decimals', facts: { value, decimals } }));
}

async function outsideLimits(client: pg.ClientBase, { limits }: Said, most: number): Promise<RowFault[]> {
  if (limits.size === 0) return [];
  const known = [...limits].map(([id, { min, max }]) => ({ id, min, max }));
  const { rows } = await client.query<{ row: number; value: number; min: number | null; max: number | null }>(
    `select f.row, f.value::float8 as value, limits.min::float8 as min, limits.max::float8 as max
       from figure f join difference using (row)
       join jsonb_to_recordset($1::jsonb) as limits (id integer, min numeric, max numeric) on limits.id = f.indicator_id
      where f.value < limits.min or f.value > limits.max order by f.row limit ${most}`,
    [JSON.stringify(known)],
  );
  return rows.map(({ row, value, min, max }) => {
    const facts = { value, ...(min !== null && { min }), ...(max !== null && { max }) };
    return { row, column: 'value', code: 'value.outside-limits', facts };
  });
}

const SERIES = 'indicator_id, territory_id, breakdown';

/** Every value of the series that change, as they will be: `row` is that of a new or changed figure. */
const KNOWN = `
  series as (select ${SERIES}, max(series_id) as series_id from difference join figure using (row) group by ${SERIES}),
  known as (
    select ${SERIES}, f.period_end, f.period, f.value, d.row
      from series join figure f using (${SERIES}) left join difference d using (row) where f.value is not null
     union all
    select ${SERIES}, o.period_end, o.period, o.value, null
      from series s cross join lateral (
        select distinct on (period_end) period_end, period, value from observation where series_id = s.series_id order by period_end, revision desc) o
     where o.value is not null
       and not exists (select from figure f where (f.indicator_id, f.territory_id, f.breakdown, f.period_end) = (s.indicator_id, s.territory_id, s.breakdown, o.period_end)))`;

const isJump = (other: string): string => `greatest(value, ${other}) >= ${JUMP_FACTOR} * least(value, ${other})`;
const isWhole = (from: string, to: string): string =>
  `not exists (select from jsonb_to_recordset($1::jsonb) as cut (id integer, first integer) where id = indicator_id and first > ${from} and first <= ${to})`;

/**
 * The domain's hundredfold jump (`isJump`) between neighbours on one side of every break, told once: at the later of two new figures. Only
 * the few series that are positive and that wide are laid in order of time.
 */
async function jumps(client: pg.ClientBase, { breaks }: Said, most: number): Promise<RowFault[]> {
  const { rows } = await client.query<{ row: number; value: number; beside: number; period: string }>(
    `with ${KNOWN},
     wide as (select ${SERIES} from known group by ${SERIES} having min(value) > 0 and max(value) >= ${JUMP_FACTOR} * min(value)),
     ordered as (
       select known.*, lag(value) over w as before, lag(period) over w as before_period, coalesce(lag(period_end) over w, 0) as before_end,
              lead(value) over w as after, lead(period) over w as after_period, coalesce(lead(period_end) over w, 0) as after_end, lead(row) over w as after_row
         from known join wide using (${SERIES}) window w as (partition by ${SERIES} order by period_end)),
     jumped as (
       select *, ${isJump('before')} and ${isWhole('before_end', 'period_end')} as is_from_before,
              after_row is null and ${isJump('after')} and ${isWhole('period_end', 'after_end')} as is_to_after
         from ordered where row is not null)
     select row, value::float8 as value, case when is_from_before then before else after end::float8 as beside,
            case when is_from_before then before_period else after_period end as period
       from jumped where is_from_before or is_to_after order by row limit ${most}`,
    [JSON.stringify(breaks)],
  );
  return rows.map(({ row, value, beside, period }) => ({ row, column: 'value', code: 'value.jump', facts: { value, beside, period } }));
}

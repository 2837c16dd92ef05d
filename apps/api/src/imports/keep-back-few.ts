import { keptBack, partKeys, WHOLE, type Breakdown, type MissingKind } from '@slusen/domain';
import type pg from 'pg';
import type { RowFault } from './import-fault.js';
import type { Refusals } from './refusals.js';

/** A figure of the file that belongs to a set. */
interface SetRow {
  readonly row: number;
  readonly breakdown: string;
  readonly value: number | null;
  readonly missing: MissingKind | null;
}

/** What is recorded of a part, and what has been told of it. */
interface RecordedPart {
  readonly key: string;
  readonly value: number | null;
  readonly missing: MissingKind | null;
  readonly told: boolean;
  readonly kept: boolean;
}

/** The figures of an indicator, a place and a period that are told together: those of the file, and what is there. */
interface FileSet {
  readonly breakdown: Breakdown;
  readonly rows: readonly SetRow[];
  readonly recorded: readonly RecordedPart[] | null;
}

/** What a reporter calls confidential is no count that was kept back. */
const SETS = `
  with broken as (
    select distinct on (indicator_id) indicator_id, breakdown from indicator_definition order by indicator_id, revision desc
  ), place as (
    select f.indicator_id, f.territory_id, f.period, b.breakdown,
           json_agg(json_build_object('row', f.row, 'breakdown', f.breakdown, 'value', f.value, 'missing', f.missing) order by f.row) as rows
      from figure f join broken b on b.indicator_id = f.indicator_id and b.breakdown ->> 'of' = 'people'
     group by 1, 2, 3, 4)
  select p.breakdown, p.rows,
         (select json_agg(r) from (
            select h.breakdown as key, bool_or(o.value is not null) as told,
                   bool_or(o.missing = 'confidential' and e.missing is distinct from 'confidential') as kept,
                   (array_agg(o.value order by o.revision desc))[1] as value, (array_agg(o.missing order by o.revision desc))[1] as missing
              from series_head h join observation o on o.series_id = h.id left join entry e on e.id = o.entry_id
             where h.indicator_id = p.indicator_id and h.territory_id = p.territory_id and o.period = p.period
             group by h.breakdown) r) as recorded
    from place p`;

/**
 * Makes confidential, among the figures that were read, those of few people and what would give them away; a file tells no more than an official
 * does. A set that is not whole is refused, since nothing could be said of it then.
 */
export async function keepBackFew(client: pg.ClientBase, refusals: Refusals): Promise<void> {
  const { rows: sets } = await client.query<FileSet>(SETS);
  await refusals.take(sets.flatMap(faultsOfSet));
  await refusals.settle();
  const hidden = sets.flatMap(rowsKeptBack);
  if (hidden.length === 0) return;
  await client.query(
    `update figure set value = null, missing = 'confidential', margin = null, respondents = null, numerator = null, denominator = null
      where row = any($1)`,
    [hidden],
  );
}

const noSuchPart = ({ row }: SetRow, breakdown: Breakdown): RowFault => ({
  row,
  column: 'breakdown',
  code: 'set.no-such-part',
  facts: { parts: partKeys(breakdown) },
});
const notPeople = ({ row }: SetRow): RowFault => ({ row, column: 'value', code: 'set.not-people', facts: {} });

function faultsOfSet(set: FileSet): RowFault[] {
  const known = new Set([WHOLE, ...partKeys(set.breakdown)]);
  const faults = set.rows.flatMap((row) => [
    ...(known.has(row.breakdown) ? [] : [noSuchPart(row, set.breakdown)]),
    ...(row.value === null || (Number.isInteger(row.value) && row.value >= 0) ? [] : [notPeople(row)]),
  ]);
  const [first] = set.rows;
  const lacking = [...known].filter((key) => !set.rows.some(({ breakdown }) => breakdown === key));
  if (!first || lacking.length === 0 || isAlone(set) || isUnchanged(set)) return faults;
  return [
    ...faults,
    { row: first.row, column: 'breakdown', code: 'set.not-whole', facts: { lacking: lacking.map((key) => key || 'totalt') } },
  ];
}

/** A whole of which no part is known or told. */
const isAlone = ({ rows, recorded }: FileSet): boolean =>
  rows.every(({ breakdown }) => breakdown === WHOLE) && (recorded ?? []).every(({ key }) => key === WHOLE);

/** It says what is there, and so tells nothing. */
function isUnchanged({ rows, recorded }: FileSet): boolean {
  return rows.every(({ breakdown, value, missing }) =>
    (recorded ?? []).some((part) => part.key === breakdown && part.value === value && part.missing === missing),
  );
}

function rowsKeptBack(set: FileSet): number[] {
  if (isUnchanged(set)) return [];
  const recorded = set.recorded ?? [];
  const keys = (of: 'told' | 'kept') => recorded.filter((part) => part[of]).map(({ key }) => key);
  const secret = set.rows.filter(({ missing }) => missing === 'confidential').map(({ breakdown }) => breakdown);
  const counts = countsOf(set, secret);
  const hidden = keptBack(counts, {
    threshold: set.breakdown.threshold,
    before: { told: new Set(keys('told')), keptBack: new Set([...keys('kept'), ...secret]) },
    isWhole: partKeys(set.breakdown).every((key) => counts.has(key)),
  });
  return set.rows.filter(({ breakdown, value }) => value !== null && hidden.has(breakdown)).map(({ row }) => row);
}

/** The counts of a set. What its source has kept back itself is what the whole has and the others lack: so much the public can work out as well. */
function countsOf({ rows }: FileSet, secret: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map(rows.flatMap(({ breakdown, value }) => (value === null ? [] : [[breakdown, value] as const])));
  const whole = counts.get(WHOLE);
  const parts = secret.filter((key) => key !== WHOLE);
  if (whole === undefined || parts.length === 0) return counts;
  const rest = [...counts].reduce((left, [key, count]) => (key === WHOLE ? left : left - count), whole);
  const each = Math.max(0, Math.floor(rest / parts.length));
  return new Map([...counts, ...parts.map((key, at) => [key, at === 0 ? Math.max(0, rest - each * (parts.length - 1)) : each] as const)]);
}

import type { Cadence } from '@slusen/domain';
import type pg from 'pg';
import { alikeFaults, checkAreaName } from './row-area.js';
import { faultsOf, MOST_FAULTS, type RowFault } from './import-fault.js';
import type { ImportResult } from './import-order.js';
import { folded } from './spelling.js';

/** An indicator that a file brings, as its first row has it. */
export interface NewIndicator {
  /** Below zero: it has none yet. */
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly unit: string;
  readonly cadence: Cadence;
  /** The most decimals that a figure of it has. */
  readonly decimals: number;
}

/** An area that a file brings, as its first row has it. */
export interface NewArea {
  /** Below zero: it has none yet. */
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

export interface Newcomers {
  readonly indicators: readonly NewIndicator[];
  readonly areas: readonly NewArea[];
}

/** What was made, as the run and its result name it. */
export function namesOf({ indicators, areas }: Newcomers): Pick<ImportResult, 'newIndicators' | 'newAreas'> {
  return { newIndicators: indicators.map(({ slug }) => slug), newAreas: areas.map(({ code, name }) => `${code} ${name}`) };
}

/** What the file itself brings is what its first row says: an area one name, an indicator one name, cadence and unit. */
export async function findNewcomers(client: pg.ClientBase): Promise<{ newcomers: Newcomers; faults: readonly RowFault[] }> {
  const indicators = await newIndicators(client);
  const areas = await newAreas(client);
  const contrary = [...(await contraryIndicators(client, indicators)), ...(await contraryAreas(client, areas))];
  return { newcomers: { indicators: firstOf(indicators), areas: firstOf(areas) }, faults: contrary };
}

const NAME = `split_part(m.said, e'\\x1f', 1)`;
const UNIT = `split_part(m.said, e'\\x1f', 2)`;

/** Every spelling of every new indicator, in the order of their first rows. */
async function newIndicators(client: pg.ClientBase): Promise<NewIndicator[]> {
  const { rows } = await client.query<NewIndicator>(`
    select m.indicator_id as id, m.slug, ${NAME} as name, ${UNIT} as unit, m.cadence, max(f.decimals) as decimals
      from (select measure, min(row) as row, coalesce(max(scale(trim_scale(value))), 0) as decimals
              from figure where indicator_id < 0 group by measure) f
      join reading_measure m on m.id = f.measure
     group by 1, 2, 3, 4, 5
     order by min(f.row)`);
  return rows;
}

async function contraryIndicators(client: pg.ClientBase, spellings: readonly NewIndicator[]): Promise<RowFault[]> {
  const firstFor = (one: NewIndicator): NewIndicator | undefined =>
    spellings.find(({ id, name }) => id === one.id || folded(name) === folded(one.name));
  const others = spellings.filter((spelling) => firstFor(spelling) !== spelling);
  if (others.length === 0) return [];
  const { rows } = await client.query<NewIndicator & { row: number; period: string }>(
    `select f.row, f.period, o.*
       from figure f join reading_measure m on m.id = f.measure
       join jsonb_to_recordset($1::jsonb) as o (id integer, name text, unit text, cadence text)
         on (o.id, o.name, o.unit, o.cadence) = (m.indicator_id, ${NAME}, ${UNIT}, m.cadence)
      order by f.row limit ${MOST_FAULTS}`,
    [JSON.stringify(others)],
  );
  return rows.flatMap((line) => contradiction(line, firstFor(line)));
}

function contradiction(
  { row, period, name, unit }: NewIndicator & { row: number; period: string },
  first: NewIndicator | undefined,
): RowFault[] {
  if (!first) return [];
  if (first.name !== name)
    return [{ row, column: 'indicator', code: 'indicator.ambiguous', facts: { indicator: name, known: first.name } }];
  if (first.unit !== unit) return [{ row, column: 'unit', code: 'unit.other', facts: { unit, expected: first.unit } }];
  return [{ row, column: 'period', code: 'period.wrong-cadence', facts: { period, cadence: first.cadence } }];
}

/** Every spelling of every new area, in the order of their first rows. */
async function newAreas(client: pg.ClientBase): Promise<(NewArea & { reading: number })[]> {
  const { rows } = await client.query<NewArea & { reading: number }>(`
    select a.territory_id as id, a.id as reading, a.code, a.name
      from (select area, min(row) as row from figure where territory_id < 0 group by area) f
      join reading_area a on a.id = f.area
     order by f.row`);
  return rows;
}

async function contraryAreas(client: pg.ClientBase, spellings: readonly (NewArea & { reading: number })[]): Promise<RowFault[]> {
  const firsts = firstOf(spellings);
  const faultsAt = (row: number, { id, code, name }: NewArea): readonly RowFault[] => {
    const at = firsts.findIndex((first) => first.id === id);
    const known = firsts[at]?.name ?? name;
    return [
      ...faultsOf(() => checkAreaName(row, { area: code, name, known })),
      ...alikeFaults(row, { code, name: known }, firsts.slice(0, at)),
    ];
  };
  const contrary = new Map(
    spellings.filter((spelling) => faultsAt(0, spelling).length > 0).map((spelling) => [spelling.reading, spelling]),
  );
  if (contrary.size === 0) return [];
  const { rows } = await client.query<{ row: number; area: number }>(
    `select row, area from figure where area = any($1) order by row limit ${MOST_FAULTS}`,
    [[...contrary.keys()]],
  );
  return rows.flatMap(({ row, area }) => faultsAt(row, contrary.get(area) as NewArea));
}

/** The first spelling of each. */
function firstOf<One extends { readonly id: number }>(spellings: readonly One[]): One[] {
  return spellings.filter(({ id }, at) => spellings.findIndex((other) => other.id === id) === at);
}

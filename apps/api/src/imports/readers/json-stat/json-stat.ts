import type { Hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import * as z from 'zod';
import { ImportFault } from '../../import-fault.js';
import type { Category, Cube, Dimension, DimensionRole } from '../cube.js';
import { otherKind } from '../file-kind.js';
import { digitsOf } from '../plain-digits.js';

/** Bytes of a file, which is in memory as a whole. */
const LONGEST = 32 * 1024 * 1024;
/** Values of a cube; sizes are only numbers, and could say anything. */
const MOST_VALUES = 4_000_000;
const MANY = 1000;

const category = z.object({
  index: z.union([z.array(z.string()), z.record(z.string(), z.number())]).optional(),
  label: z.record(z.string(), z.string()).optional(),
  unit: z
    .record(z.string(), z.object({ base: z.string().optional(), label: z.string().optional(), symbol: z.string().optional() }))
    .optional(),
});
const value = z.union([z.number(), z.string(), z.null()]);

/** A dataset of JSON-stat 2, as far as it is read. */
const dataset = z.object({
  version: z.string().optional(),
  class: z.literal('dataset'),
  label: z.string().optional(),
  source: z.string().optional(),
  id: z.array(z.string()).min(1),
  size: z.array(z.int().min(0)),
  dimension: z.record(z.string(), z.object({ label: z.string().optional(), category })),
  value: z.union([z.array(value), z.record(z.string(), value)]),
  status: z.union([z.string(), z.array(z.union([z.string(), z.null()])), z.record(z.string(), z.string())]).optional(),
  role: z
    .object({ time: z.array(z.string()), geo: z.array(z.string()), metric: z.array(z.string()) })
    .partial()
    .optional(),
});
type Dataset = z.output<typeof dataset>;

const brokenJsonStat = (reason: string): ImportFault => new ImportFault({ row: 1, code: 'json-stat.broken', facts: { reason } });

/** Opens a dataset of JSON-stat 2; `digest` takes its bytes. Throws ImportFault for another class (a collection, say), and for one that is not whole. */
export async function openJsonStat(path: string, digest: Hash): Promise<Cube> {
  const { size } = await stat(path);
  if (size > LONGEST) throw new ImportFault({ row: 1, code: 'file.too-large', facts: { bytes: size, most: LONGEST } });
  const bytes = await readFile(path);
  digest.update(bytes);
  return cubeOf(datasetIn(parsed(bytes)));
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw brokenJsonStat(error instanceof Error ? error.message : String(error));
  }
}

function datasetIn(content: unknown): Dataset {
  const kind = z.object({ class: z.string() }).safeParse(content).data?.class;
  if (kind === undefined) throw otherKind('json');
  if (kind !== 'dataset') throw new ImportFault({ row: 1, code: 'json-stat.class', facts: { class: kind.slice(0, 40) } });
  const { data, error } = dataset.safeParse(content);
  if (error)
    throw brokenJsonStat(
      error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .slice(0, 3)
        .join('; '),
    );
  return data;
}

function cubeOf(set: Dataset): Cube {
  const dimensions = set.id.map((id, at) => dimensionOf(set, { id, size: set.size[at] ?? 0 }));
  const count = set.size.reduce((product, size) => product * size, 1);
  const { value: values } = set;
  if (count > MOST_VALUES) throw new ImportFault({ row: 1, code: 'file.too-large', facts: { values: count, most: MOST_VALUES } });
  if (Array.isArray(values) && values.length !== count)
    throw brokenJsonStat(`there are ${values.length} values where its dimensions have ${count}`);
  const statuses = statusesOf(set);
  return { title: set.label ?? '', source: set.source, dimensions, values: valuesOf(set, { count, statuses }), statuses };
}

function dimensionOf({ dimension: described, role }: Dataset, { id, size }: { readonly id: string; readonly size: number }): Dimension {
  const said = own(described, id);
  if (!said) throw brokenJsonStat(`dimension "${id}" is not described`);
  const { index, label = {}, unit = {} } = said.category;
  const codes = index === undefined ? Object.keys(label) : Array.isArray(index) ? index : inOrder(index);
  if (codes.length !== size) throw brokenJsonStat(`dimension "${id}" has ${codes.length} categories, and a size of ${size}`);
  const isRole = (ids: readonly string[] | undefined): boolean => ids?.includes(id) === true;
  const known: DimensionRole | undefined = isRole(role?.time)
    ? 'time'
    : isRole(role?.geo)
      ? 'area'
      : isRole(role?.metric)
        ? 'measure'
        : undefined;
  const categories = codes.map((code): Category => ({ code, label: own(label, code) ?? code, unit: unitText(own(unit, code)) }));
  return { name: said.label ?? id, role: known, categories };
}

/** What a file says under a name; not what every object has under it. */
const own = <T>(said: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(said, name) ? said[name] : undefined);

const inOrder = (index: Readonly<Record<string, number>>): string[] =>
  Object.entries(index)
    .sort(([, one], [, other]) => one - other)
    .map(([code]) => code);

const unitText = (
  unit: { readonly base?: string | undefined; readonly label?: string | undefined; readonly symbol?: string | undefined } | undefined,
): string | undefined => unit?.base ?? unit?.label ?? unit?.symbol;

function statusesOf({ status }: Dataset): ReadonlyMap<number, string> | undefined {
  if (status === undefined || typeof status === 'string') return undefined;
  const said = Array.isArray(status)
    ? status.map((text, at) => [at, text] as const)
    : Object.entries(status).map(([at, text]) => [Number(at), text] as const);
  return new Map(said.filter((one): one is readonly [number, string] => typeof one[1] === 'string' && one[1] !== ''));
}

/** Where there is no value, its status stands in its place: it is the mark for why. */
async function* valuesOf(
  { value: values, status }: Dataset,
  { count, statuses }: { readonly count: number; readonly statuses: ReadonlyMap<number, string> | undefined },
): AsyncGenerator<readonly string[]> {
  const ofAll = typeof status === 'string' ? status : '';
  const at = (index: number): string => {
    const found = Array.isArray(values) ? values[index] : values[String(index)];
    return found === null || found === undefined ? (statuses?.get(index) ?? ofAll) : typeof found === 'number' ? digitsOf(found) : found;
  };
  for (let from = 0; from < count; from += MANY)
    yield await Promise.resolve(Array.from({ length: Math.min(MANY, count - from) }, (_, place) => at(from + place)));
}

/**
 * `node tooling/interval/measure.mjs FILE …`: tries the method of pace and chance on the past. Reads series as CSV
 * (municipality_code, indicator, period, value, unit), stands at every value, looks one, three and five years ahead knowing only
 * what came before, and writes how often the 80 % interval held, by kind of series, to the file that `/metod` shows.
 */
import { parse } from 'csv-parse/sync';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { compile } from '../compile.mjs';
import { KIND_NAMES, seriesByKind } from './kinds.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const RESULT = join(root, 'apps/dashboard/src/app/public/interval-held.ts');
const HORIZONS = [1, 3, 5];

const files = process.argv.slice(2);
if (!files.length) {
  process.stderr.write('Name the files of figures to try the method on.\n');
  process.exit(2);
}
const folder = join(root, 'tmp/interval');
await compile({ coverage: 'libs/domain/src/pace/coverage.ts', periods: 'libs/domain/src/time/period-code.ts' }, folder);
const [{ coverage }, { readPeriod }] = await Promise.all(
  ['coverage.mjs', 'periods.mjs'].map((name) => import(pathToFileURL(join(folder, name)).href)),
);
const rows = files.flatMap((file) => parse(readFileSync(file), { columns: true, bom: true }));
const kinds = seriesByKind(rows, readPeriod);

const held = KIND_NAMES.filter((kind) => kinds.has(kind)).map((kind) => {
  const series = kinds.get(kind).map(({ past }) => past);
  return { kind, series: series.length, ahead: HORIZONS.map((years) => ({ years, ...counts(coverage(series, years)) })) };
});
writeFileSync(RESULT, await format(source(held), { ...(await resolveConfig(RESULT)), filepath: RESULT }));
process.stdout.write(`${JSON.stringify(held, undefined, 1)}\n`);

function counts({ cases, held }) {
  return { cases, held };
}

function source(result) {
  return `/** How often the 80 % interval held on past series, so many years ahead; made by tooling/interval/measure.mjs. */
export const INTERVAL_HELD = ${JSON.stringify(result)} as const;
`;
}

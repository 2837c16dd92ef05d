/** The second real input: quarterly figures of five comparison areas, or a made-up file of the same shape where it is absent. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../tasks/build.mjs';

/** Beside the project, where somebody has it; nothing needs it. */
const REAL = join(root, '../shared/data/kommunstyrelsens_kvartal_2010-2025.csv');
const AREAS = [['0580', 'Linköping'], ['0581', 'Norrköping'], ['0680', 'Jönköping'], ['1880', 'Örebro'], ['0000', 'Riket']]; // prettier-ignore
const INDICATORS = 79;
const QUARTERS = 64;
const FIRST_YEAR = 2010;
/** How many figures the real file holds. */
export const ROWS = 19_121;

/**
 * The file to import: its path, whether it is the real one, and the address of one of its series. A made-up file is
 * written into `folder`.
 */
export async function figuresFile(folder) {
  const seriesOf = (slug) => `/api/indicators/${slug}/series?territory=${AREAS[0][0]}`;
  if (existsSync(REAL)) return { path: REAL, isReal: true, series: seriesOf('folkokning') };
  const path = join(folder, 'figures.csv');
  await writeFile(path, madeUpFigures());
  return { path, isReal: false, series: seriesOf('pahittad-indikator-1') };
}

/** 79 indicators × five areas × the quarters 2010K1–2025K4; every other series begins later, so that 19,121 figures remain. */
export function madeUpFigures() {
  const series = INDICATORS * AREAS.length;
  const late = Math.floor(series / 2);
  const missing = series * QUARTERS - ROWS;
  const firstQuarter = (at) => (at % 2 === 0 ? 0 : Math.floor(missing / late) + ((at - 1) / 2 < missing % late ? 1 : 0));
  const lines = Array.from({ length: series }, (_, at) => seriesLines(at, firstQuarter(at))).flat();
  return `${['municipality_code,municipality,indicator,period,value,unit,source', ...lines].join('\n')}\n`;
}

function seriesLines(series, firstQuarter) {
  const [code, name] = AREAS[series % AREAS.length];
  const indicator = Math.floor(series / AREAS.length) + 1;
  return Array.from({ length: QUARTERS - firstQuarter }, (_, at) => {
    const quarter = firstQuarter + at;
    const period = `${FIRST_YEAR + Math.floor(quarter / 4)}K${(quarter % 4) + 1}`;
    const value = (1000 + indicator * 37 + quarter * 3 + ((quarter * 7 + series) % 11) / 10).toFixed(1);
    return `${code},${name},Påhittad indikator ${indicator},${period},${value},antal,KSI`;
  });
}

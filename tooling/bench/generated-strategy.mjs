/**
 * A strategy of fifteen goals and sixty indicators with quarterly figures of 290 areas, made by rule: what the reads, the write path, the
 * import and the growth are measured on. Figures end with the last whole year.
 */
import { open } from 'node:fs/promises';

export const GOALS = 15;
export const INDICATORS = 60;
export const TERRITORIES = 290;
/** Ten years: the whole history. */
export const QUARTERS = 40;
/** Whose strategy it is. */
export const TERRITORY = '0884';
export const OWNER = 'kommunstyrelsen';

const AREAS = 5;
const YEARS = QUARTERS / 4;
const both = (sv, en) => ({ sv, en });
export const slugOf = (at) => `matt-${at + 1}`;
const codeOf = (at) => (at === 0 ? TERRITORY : String(1000 + at));
const nameOf = (at) => (at === 0 ? 'Vimmerby' : `Jämförelse ${at}`);
const lastQuarterOf = (year) => `${year}-Q4`;

/** Which rule an indicator's target follows: every third twelve months together, every tenth a band, the rest the quarter's own value. */
const isRolling = (at) => at % 3 === 1;
const isBand = (at) => at % 10 === 9 && !isRolling(at);
/** Figures rise, so a fifth of the indicators go the wrong way. */
const directionOf = (at) => (at % 5 === 4 ? 'decrease' : 'increase');
/** A little uneven, since real figures are. `step` counts quarters from the first year. */
const valueOf = (at, step) => 500 + at * 10 + step * (1 + (at % 4)) + ((step * 7 + at) % 5);

/** The strategy as a strategy file (docs/strategy-file.md) whose targets end in `year` + 4, with that many indicators. */
export function strategyFile(year, indicators = INDICATORS) {
  return {
    format: 1,
    territories: Array.from({ length: TERRITORIES }, (_, at) => territoryOf(at)),
    actors: [{ slug: OWNER, kind: 'committee', name: both('Kommunstyrelsen', 'Municipal Executive Board') }],
    strategy: { slug: 'matstrategi', name: both('Mätstrategi', 'Measured strategy'), purpose: both('Att mäta med.', 'To measure with.') },
    version: {
      number: 1,
      body: { sv: 'kommunfullmäktige', en: 'the municipal council' },
      decidedOn: `${year - 2}-11-17`,
      validFrom: `${year - 1}-01-01`,
    },
    areas: Array.from({ length: AREAS }, (_, area) => areaOf(area, { year, perGoal: indicators / GOALS })),
    indicators: Array.from({ length: indicators }, (_, at) => indicatorOf(at)),
  };
}

/**
 * Writes the last `quarters` quarters before `year` of every indicator and area to `path`, as a file to import; gives the number of rows.
 * One indicator at a time, so that a large file takes no memory.
 */
export async function writeFigures(path, year, quarters) {
  const file = await open(path, 'w');
  try {
    await file.write('municipality_code,municipality,indicator,period,value,unit,source\n');
    for (let at = 0; at < INDICATORS; at++) await file.write(`${figureLines(at, year, quarters).join('\n')}\n`);
  } finally {
    await file.close();
  }
  return INDICATORS * TERRITORIES * quarters;
}

/** The lines of one indicator, area by area. */
export function figureLines(at, year, quarters) {
  const lines = [];
  for (let area = 0; area < TERRITORIES; area++) {
    for (let step = QUARTERS - quarters; step < QUARTERS; step++) {
      const period = `${year - YEARS + Math.floor(step / 4)}K${(step % 4) + 1}`;
      lines.push(`${codeOf(area)},${nameOf(area)},${slugOf(at)},${period},${valueOf(at, step) + area},antal,Mätfil`);
    }
  }
  return lines;
}

function territoryOf(at) {
  return { code: codeOf(at), kind: at === 0 ? 'municipality' : 'comparison', name: both(nameOf(at), nameOf(at)) };
}

function areaOf(area, which) {
  const perArea = GOALS / AREAS;
  return {
    slug: `omrade-${area + 1}`,
    name: both(`Område ${area + 1}`, `Area ${area + 1}`),
    shortName: both(`O${area + 1}`, `A${area + 1}`),
    description: both('Ett område.', 'An area.'),
    goals: Array.from({ length: perArea }, (_, at) => goalOf(area * perArea + at, which)),
  };
}

function goalOf(goal, { year, perGoal }) {
  return {
    slug: `mal-${goal + 1}`,
    name: both(`Mål ${goal + 1}`, `Goal ${goal + 1}`),
    description: both('Ett mål.', 'A goal.'),
    roles: [{ actor: OWNER, role: 'leads' }],
    targets: Array.from({ length: perGoal }, (_, at) => targetOf(goal * perGoal + at, year)),
  };
}

function targetOf(at, year) {
  // Twelve months together are about four quarters.
  const scale = isRolling(at) ? 4 : 1;
  const common = {
    indicator: slugOf(at),
    measure: isRolling(at) ? 'rolling-12-months' : 'value',
    tolerance: scale * 4,
    decision: 'Mätning',
  };
  const [baseline, final] = [lastQuarterOf(year - 4), lastQuarterOf(year + 4)];
  if (isBand(at)) {
    const [low, high] = [valueOf(at, QUARTERS - 8), valueOf(at, QUARTERS - 2)];
    return { ...common, kind: 'band', baselinePeriod: baseline, finalPeriod: final, low, high };
  }
  const yearsFromLast = (from) => scale * valueOf(at, QUARTERS - 1 + from * 4);
  return {
    ...common,
    kind: 'point',
    baseline: { period: baseline, value: yearsFromLast(-3) },
    final: { period: final, value: yearsFromLast(5) + scale * (at % 3) * 4 },
  };
}

function indicatorOf(at) {
  return {
    slug: slugOf(at),
    name: both(`Mått ${at + 1} för strategin`, `Measure ${at + 1} of the strategy`),
    definition: both('Gjort för mätning av tid.', 'Made to measure time.'),
    unit: both('antal', 'number'),
    decimals: 0,
    direction: directionOf(at),
    cadence: 'quarter',
    aggregation: 'sum',
    // The figures end with the last whole year, and none of this year's may make them too old before it ends.
    lagDays: 280,
    graceDays: 30,
    mayRepeat: true,
    source: { name: 'Mätfil' },
    owner: OWNER,
  };
}

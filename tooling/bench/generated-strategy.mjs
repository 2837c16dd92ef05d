/** A strategy of fifteen goals and sixty indicators with figures, made by rule: what the overview is measured on. */

export const GOALS = 15;
export const INDICATORS = 60;
const AREAS = 5;
const TERRITORY = '0884';
const FIRST_YEAR = 2016;
const PERIODS_A_YEAR = { year: 1, quarter: 4, month: 12 };

/** Every third yearly, every sixth monthly and measured over twelve months, the rest quarterly. */
const cadenceOf = (at) => (at % 6 === 5 ? 'month' : at % 3 === 1 ? 'year' : 'quarter');
const codeOf = {
  year: (year) => `${year}`,
  quarter: (year, part) => `${year}-Q${part}`,
  month: (year, part) => `${year}-M${String(part).padStart(2, '0')}`,
};
const codeInFile = {
  year: (year) => `${year}`,
  quarter: (year, part) => `${year}K${part}`,
  month: (year, part) => `${year}M${String(part).padStart(2, '0')}`,
};
const both = (sv, en) => ({ sv, en });
const nameOf = (at) => both(`Mått ${at + 1} för strategin`, `Measure ${at + 1} of the strategy`);
const lastOf = (cadence, year) => codeOf[cadence](year, PERIODS_A_YEAR[cadence]);
/** Before the last whole year figures rise by a fixed share; a little unevenly, since real ones do. */
const valueOf = (at, step) => Math.round(500 + at * 10 + step * (1 + (at % 4)) + ((step * 7 + at) % 5));

/** The strategy as a strategy file (docs/strategy-file.md) whose targets end in `year` + 4. */
export function strategyFile(year) {
  return {
    format: 1,
    territories: [{ code: TERRITORY, kind: 'municipality', name: both('Vimmerby', 'Vimmerby') }],
    actors: [{ slug: 'kommunstyrelsen', kind: 'committee', name: both('Kommunstyrelsen', 'Municipal Executive Board') }],
    strategy: { slug: 'matstrategi', name: both('Mätstrategi', 'Measured strategy'), purpose: both('Att mäta med.', 'To measure with.') },
    version: {
      number: 1,
      body: { sv: 'kommunfullmäktige', en: 'the municipal council' },
      decidedOn: `${year - 2}-11-17`,
      validFrom: `${year - 1}-01-01`,
    },
    areas: Array.from({ length: AREAS }, (_, area) => areaOf(area, year)),
    indicators: Array.from({ length: INDICATORS }, (_, at) => indicatorOf(at)),
  };
}

/** The figures as a file to import: every period from 2016 to the end of the year before `year`. */
export function strategyFigures(year) {
  const lines = ['municipality_code,municipality,indicator,period,value,unit,source'];
  for (let at = 0; at < INDICATORS; at++) {
    const cadence = cadenceOf(at);
    const parts = PERIODS_A_YEAR[cadence];
    for (let step = 0; step < (year - FIRST_YEAR) * parts; step++) {
      const period = codeInFile[cadence](FIRST_YEAR + Math.floor(step / parts), (step % parts) + 1);
      lines.push(`${TERRITORY},Vimmerby,matt-${at + 1},${period},${valueOf(at, step)},antal,Mätfil`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function areaOf(area, year) {
  const perArea = GOALS / AREAS;
  return {
    slug: `omrade-${area + 1}`,
    name: both(`Område ${area + 1}`, `Area ${area + 1}`),
    shortName: both(`O${area + 1}`, `A${area + 1}`),
    description: both('Ett område.', 'An area.'),
    goals: Array.from({ length: perArea }, (_, at) => goalOf(area * perArea + at, year)),
  };
}

function goalOf(goal, year) {
  const perGoal = INDICATORS / GOALS;
  return {
    slug: `mal-${goal + 1}`,
    name: both(`Mål ${goal + 1}`, `Goal ${goal + 1}`),
    description: both('Ett mål.', 'A goal.'),
    roles: [{ actor: 'kommunstyrelsen', role: 'leads' }],
    targets: Array.from({ length: perGoal }, (_, at) => targetOf(goal * perGoal + at, year)),
  };
}

function targetOf(at, year) {
  const cadence = cadenceOf(at);
  const steps = (until) => (until - FIRST_YEAR + 1) * PERIODS_A_YEAR[cadence] - 1;
  // A sum of twelve months is about twelve times one of them.
  const scale = cadence === 'month' ? 12 : 1;
  return {
    indicator: `matt-${at + 1}`,
    kind: 'point',
    measure: cadence === 'month' ? 'rolling-12-months' : 'value',
    baseline: { period: lastOf(cadence, year - 4), value: scale * valueOf(at, steps(year - 4)) },
    final: { period: lastOf(cadence, year + 4), value: scale * (valueOf(at, steps(year + 4)) + (at % 3) * 4) },
    tolerance: scale * 4,
    decision: 'Mätning',
  };
}

function indicatorOf(at) {
  const cadence = cadenceOf(at);
  return {
    slug: `matt-${at + 1}`,
    name: nameOf(at),
    definition: both('Gjort för mätning av tid.', 'Made to measure time.'),
    unit: both('antal', 'number'),
    decimals: 0,
    direction: 'increase',
    cadence,
    aggregation: cadence === 'year' ? 'last' : 'sum',
    lagDays: 30,
    graceDays: 30,
    mayRepeat: true,
    source: { name: 'Mätfil' },
    owner: 'kommunstyrelsen',
  };
}

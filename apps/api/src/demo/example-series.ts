import { type StrategyFile, type StrategyFileIndicator } from '@slusen/contracts';
import {
  latestDuePeriod,
  monthsIn,
  partsPerYear,
  periodCode,
  periodPosition,
  periodsFrom,
  previousPeriod,
  shiftPeriod,
  type IsoDate,
  type Period,
} from '@slusen/domain';
import { EXAMPLE_SHAPES, type ExampleShape } from './example-shapes.js';

/** The columns of an example row, in the order of the import's files. */
export const EXAMPLE_COLUMNS = [
  'municipality_code',
  'municipality',
  'indicator',
  'period',
  'value',
  'unit',
  'source',
  'quality',
  'provenance',
  'provenance_note',
  'missing',
  'margin',
  'respondents',
] as const;
/** One line of an import file, every cell as text; an empty cell is an absent one. */
export type ExampleRow = Readonly<Record<(typeof EXAMPLE_COLUMNS)[number], string>>;

// Plausibility compares with the same season and wants five changes, so six years; one more to be past it.
const YEARS_OF_HISTORY = 7;
const FIRST_YEAR = 2021;

/**
 * The municipality's own counts, invented and marked as examples: seven years up to the period before the latest due one,
 * which is left for the reporter to enter. The same value comes out for a period whatever the day.
 */
export function exampleSeries({ indicators, territories }: StrategyFile, today: IsoDate): readonly ExampleRow[] {
  const municipality = territories.find(({ kind }) => kind === 'municipality');
  if (!municipality) return [];
  const place = { municipality_code: municipality.code, municipality: municipality.name.sv };
  return indicators.flatMap((indicator) => {
    const shape = EXAMPLE_SHAPES[indicator.slug];
    const periods = shape && indicator.isExample ? historyBefore(indicator, today) : [];
    return periods.map((period, index) => ({
      ...place,
      indicator: indicator.slug,
      period: periodCode(period),
      unit: indicator.unit.sv,
      source: indicator.source.name,
      ...outcome(indicator, period, index === periods.length - 1),
    }));
  });
}

function historyBefore(indicator: StrategyFileIndicator, today: IsoDate): readonly Period[] {
  const due = latestDuePeriod(indicator, today);
  return due ? periodsFrom(shiftPeriod(due, -YEARS_OF_HISTORY * partsPerYear(due.cadence)), previousPeriod(due)) : [];
}

function outcome(indicator: StrategyFileIndicator, period: Period, isLatest: boolean) {
  const shape = EXAMPLE_SHAPES[indicator.slug];
  const survey = exampleSurvey(indicator, period);
  const figure = {
    value: String(exampleValue(indicator, period)),
    quality: 'final',
    provenance: 'example',
    provenance_note: 'Påhittat värde',
    missing: '',
    margin: survey ? String(survey.margin) : '',
    respondents: survey ? String(survey.respondents) : '',
  };
  if (!isLatest || !shape?.latestMissing) return figure;
  return { ...figure, value: '', quality: '', missing: 'not-measured', margin: '', respondents: '', provenance_note: shape.latestMissing };
}

/** What an example indicator amounts to in a period, in its unit and decimals; 0 for one without a shape. */
export function exampleValue(indicator: StrategyFileIndicator, period: Period): number {
  const shape = EXAMPLE_SHAPES[indicator.slug];
  if (!shape) return 0;
  const isAccumulated = indicator.reporting === 'year-to-date';
  const parts = isAccumulated ? periodsFrom({ ...period, part: 1 }, period) : [period];
  const value = parts.reduce((sum, part) => sum + rounded(valueOf(shape, part, indicator.slug), indicator.decimals), 0);
  return rounded(Math.min(indicator.max ?? value, Math.max(indicator.min ?? value, value)), indicator.decimals);
}

/** How many answered a survey and half the width of its 95 % interval, for a share of simple random answers. */
export function exampleSurvey(
  indicator: StrategyFileIndicator,
  period: Period,
): { readonly respondents: number; readonly margin: number } | undefined {
  const usual = EXAMPLE_SHAPES[indicator.slug]?.respondents;
  if (usual === undefined) return undefined;
  const respondents = Math.round(usual * (1 + 0.08 * noiseOf(`${indicator.slug} respondents ${periodCode(period)}`)));
  const share = exampleValue(indicator, period) / 100;
  return { respondents, margin: rounded(196 * Math.sqrt((share * (1 - share)) / respondents), indicator.decimals) };
}

function valueOf(shape: ExampleShape, period: Period, slug: string): number {
  if (shape.stages) return shape.stages.findLast(({ from }) => from <= periodPosition(period))?.value ?? 0;
  const middle = (periodPosition(period) - monthsIn(period.cadence) / 2) / 12;
  // Ten years on an example has shown what it can, and should stop growing.
  const years = Math.min(10, middle - FIRST_YEAR);
  const share = shape.shares ? (shape.shares[period.part - 1] ?? 0) : 1;
  const factor = shape.countedAnew && period.year >= shape.countedAnew.year ? shape.countedAnew.factor : 1;
  const noise = 1 + shape.noise * noiseOf(`${slug} ${periodCode(period)}`);
  return (shape.level + shape.changePerYear * years) * share * factor * noise;
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** A number in [−1, 1) that looks random and is always the same for the same text (FNV-1a, mixed as in MurmurHash3). */
function noiseOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 31 - 1;
}

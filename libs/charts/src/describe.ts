import {
  betweenText,
  formatDifference,
  formatNumber,
  type Language,
  missingText,
  monthsIn,
  ongoingText,
  periodLabel,
  periodName,
  qualityText,
  unitKind,
} from '@slusen/domain';
import { lastValued } from './segments.js';
import { endedAtBreaks } from './series-break.js';
import { type SeriesChartInput, type SeriesPoint } from './series.js';
import { cadenceOf, periodAt } from './time-axis.js';
import { inWords } from './unit.js';

type Valued = SeriesPoint & { readonly value: number };

interface Words {
  readonly none: string;
  readonly last: (value: string, period: string) => string;
  readonly first: (value: string, period: string) => string;
  readonly ends: (high: string, low: string) => string;
  /** The same of places in a ranking, where the least number is the best. */
  readonly places: (high: string, low: string) => string;
  /** The same of what lies after a break. */
  readonly anew: (value: string, period: string) => string;
  readonly endsSince: (high: string, low: string) => string;
  readonly placesSince: (high: string, low: string) => string;
  readonly target: (value: string, period: string) => string;
  readonly band: (range: string) => string;
  readonly cut: (note: string) => string;
  readonly cutTarget: string;
  readonly missing: (count: number) => string;
  readonly missingValue: string;
  readonly margin: (margin: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  sv: {
    none: 'Det finns inga värden än.',
    // Two numbers in a row could be read as one.
    last: (value, period) => `${value} ${named(period)}`,
    first: (value, period) => `Det första värdet, för ${period}, är ${value}.`,
    ends: (high, low) => `Högst ${high}, lägst ${low}.`,
    places: (high, low) => `Bäst ${low}, sämst ${high}.`,
    anew: (value, period) => `Det första värdet efter brottet, för ${period}, är ${value}.`,
    endsSince: (high, low) => `Sedan dess högst ${high}, lägst ${low}.`,
    placesSince: (high, low) => `Sedan dess bäst ${low}, sämst ${high}.`,
    target: (value, period) => `Målet är ${value} ${named(period)}.`,
    band: (range) => `Målet är att ligga ${range}.`,
    cut: (note) => `Brott i serien: ${note}.`,
    cutTarget: 'Målbanan slutar vid brottet.',
    missing: (count) => (count === 1 ? 'Ett värde saknas.' : `${count} värden saknas.`),
    missingValue: 'värde saknas',
    margin: (margin) => `felmarginal ±${margin}`,
  },
  en: {
    none: 'There are no values yet.',
    last: (value, period) => `${value} in ${period}`,
    first: (value, period) => `The first value, for ${period}, is ${value}.`,
    ends: (high, low) => `Highest ${high}, lowest ${low}.`,
    places: (high, low) => `Best ${low}, worst ${high}.`,
    anew: (value, period) => `The first value after the break, for ${period}, is ${value}.`,
    endsSince: (high, low) => `Since then highest ${high}, lowest ${low}.`,
    placesSince: (high, low) => `Since then best ${low}, worst ${high}.`,
    target: (value, period) => `The target is ${value} in ${period}.`,
    band: (range) => `The target is to stay ${range}.`,
    cut: (note) => `Break in the series: ${note}.`,
    cutTarget: 'The target path ends at the break.',
    missing: (count) => (count === 1 ? 'One value is missing.' : `${count} values are missing.`),
    missingValue: 'no value',
    margin: (margin) => `margin of error ±${margin}`,
  },
};

/** A period within a Swedish sentence: "år 2025", "kvartal 3 2026". */
function named(period: string): string {
  return /^\d{4}$/.test(period) ? `år ${period}` : period;
}

/** What a chart without a single value says. */
export function noValuesText(language: Language): string {
  return WORDS[language].none;
}

/** What the chart shows, for whoever does not see it: latest, first, extremes, target, breaks, missing values. */
export function describeSeries(input: SeriesChartInput): string {
  const words = WORDS[input.language];
  // What is going on is no part of what the chart says; who moves to it hears of it.
  const over = input.points.filter(({ isOngoing }) => !isOngoing);
  const valued = over.filter((point): point is Valued => point.value !== null);
  const last = lastValued(input.points);
  const missing = over.length - valued.length;
  const aside = last && last.quality !== 'final' ? ` (${qualityText(last.quality, input.language)})` : '';
  const told = last ? `${words.last(inWords(last.value, input), last.label)}${aside}.` : words.none;
  return [
    `${input.title}: ${told}`,
    ...extent(valued, input),
    ...targetSentence(endedAtBreaks(input)),
    ...input.breaks.map(({ note }) => words.cut(note.replace(/\.$/, ''))),
    ...(missing > 0 ? [words.missing(missing)] : []),
  ].join(' ');
}

/** One point for live text: "kvartal 3 2026: 1 234 besök, preliminärt, felmarginal ±12". Empty outside the series. */
export function pointText(input: SeriesChartInput, index: number): string {
  const point = input.points[index];
  if (!point) return '';
  const words = WORDS[input.language];
  const parts = [
    point.value === null ? words.missingValue : inWords(point.value, input),
    ...(point.value !== null && point.quality !== 'final' ? [qualityText(point.quality, input.language)] : []),
    ...(point.value !== null && point.margin !== undefined ? [words.margin(formatDifference(point.margin, input.unit, input))] : []),
    ...(point.missing ? [missingText(point.missing, input.language)] : []),
    ...(point.isOngoing ? [ongoingText(input.language)] : []),
    ...(point.note ? [point.note] : []),
  ];
  return `${point.label}: ${parts.join(', ')}`;
}

/** Where it begins and how high and low it has been, since the last break: nothing is compared across one. */
function extent(whole: readonly Valued[], input: SeriesChartInput): string[] {
  const valued = sinceBreak(whole, input);
  const [first] = valued;
  if (!first || valued.length < 2) return [];
  const words = valued.length < whole.length ? afterBreak(WORDS[input.language]) : WORDS[input.language];
  const high = valued.reduce((best, point) => (point.value > best.value ? point : best));
  const low = valued.reduce((best, point) => (point.value < best.value ? point : best));
  const when = ({ value, label }: Valued): string => words.last(formatNumber(value, input), label);
  const begins = words.first(formatNumber(first.value, input), first.label);
  if (high.value === low.value) return [begins];
  const ends = unitKind(input.unit) === 'rank' ? words.places : words.ends;
  return [begins, ends(when(high), when(low))];
}

function sinceBreak(valued: readonly Valued[], { breaks }: SeriesChartInput): readonly Valued[] {
  const stretch = ({ position }: Valued): number => breaks.filter((cut) => cut.position <= position).length;
  const last = valued.at(-1);
  return last ? valued.filter((point) => stretch(point) === stretch(last)) : [];
}

function afterBreak(words: Words): Words {
  return { ...words, first: words.anew, ends: words.endsSince, places: words.placesSince };
}

function targetSentence(input: SeriesChartInput): string[] {
  const { target, band, language } = input;
  const words = WORDS[language];
  if (target?.isCut) return [words.cutTarget];
  const end = target?.path.at(-1);
  if (end) return [words.target(inWords(end.value, input), positionLabel(end.position, input)), ...(target?.steps ? [target.steps] : [])];
  return band ? [words.band(betweenText([band.low, band.high], input.unit, input))] : [];
}

/** A position in words, as a period of the series' own cadence; as its year where no such period ends there. */
function positionLabel(position: number, input: SeriesChartInput): string {
  const cadence = cadenceOf(input);
  const isOwn = position % monthsIn(cadence) === 0;
  return isOwn && input.covered
    ? periodName(periodAt(position, cadence), input.language, input.covered)
    : periodLabel(periodAt(position, isOwn ? cadence : 'month'), input.language);
}

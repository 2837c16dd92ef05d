import { formatDifference } from '../value/change-text.js';
import { type Language } from '../language.js';
import { formatNumber, NBSP } from '../value/number-text.js';
import { formatWithUnit, unitKind } from '../value/number-text-unit.js';
import { isOfWholeThings } from '../value/number-typed-text.js';
import { periodContaining } from '../time/calendar.js';
import { periodPosition, shiftPeriod, type IsoDate, type Period } from '../time/period.js';
import { type TimedValue } from '../time/same-season.js';
import { seriesBreakText } from '../sentence/sentence-break.js';
import { betweenText, changeText } from '../sentence/sentence-difference.js';
import { endName, isRolling, periodName, periodPhrase } from '../sentence/sentence-period.js';
import { roundTo, shownChange, toScaled } from '../value/value-scaled.js';
import { MAX_DECIMALS } from '../value/value.js';
import { WORDS, type OutlookWords } from './outlook-words.js';
import { type Ahead, type Outlook } from './outlook.js';
import { type ChanceWord, type Hope, type Projection } from './projection.js';
import { yearlyChanges, yearsBetween } from './yearly.js';

/** A chance in words: "mycket liten", "oviss". */
export function chanceText(word: ChanceWord, language: Language): string {
  return WORDS[language].chance[word];
}

/** A probability (0–1) in whole per cent, since it is no more exact than that, never "0 %" or "100 %": "8 %", "under 1 %". */
export function probabilityText(probability: number, language: Language): string {
  const percent = (value: number): string => `${formatNumber(value, { decimals: 0, language })}${language === 'sv' ? NBSP : ''}%`;
  if (probability < 0.01) return WORDS[language].lessThan(percent(1));
  return probability > 0.99 ? WORDS[language].moreThan(percent(99)) : percent(probability * 100);
}

/** "Hittills": pace, trend and what the latest change says, or why nothing can be said. Empty without a single value. */
export function paceSentences(outlook: Outlook, language: Language): readonly string[] {
  const telling = { outlook: asShown(outlook), exact: outlook, language, words: WORDS[language] };
  const { values, pace, latestChange, reason } = telling.outlook;
  if (values.length === 0) return [];
  return [
    ...(pace === undefined ? [] : [paceSentence(telling, pace) + trendClause(telling)]),
    ...(latestChange ? [latestChangeSentence(telling, latestChange)] : []),
    ...(reason ? [telling.words.reason[reason](values.length)] : []),
  ];
}

/**
 * "Framåt": the required pace, where it is heading and the chance, or why there is none. Empty without a target. `today`: the day that the
 * sentences are read, which decides how much time is left.
 */
export function aheadSentences(outlook: Outlook, language: Language, today?: IsoDate): readonly string[] {
  const telling = { outlook: asShown(outlook), exact: outlook, language, words: WORDS[language], today };
  const { ahead } = telling.outlook;
  if (!ahead) return [];
  const { hope, required, reason, seriesBreak } = ahead;
  return [
    ...(required && hope.kind === 'point' ? [requiredSentence(telling, { ...ahead, hope, required })] : []),
    ...forecastSentences(telling, ahead),
    // The other reasons are told with the pace.
    ...(reason === 'final-reached' ? [telling.words.reason['final-reached']()] : []),
    ...(seriesBreak ? [`${seriesBreakText(seriesBreak, language)} ${telling.words.notProjected}`] : []),
  ];
}

/**
 * All that pace and chance say, in that order.
 * @internal
 */
export function outlookSentences(outlook: Outlook, language: Language): readonly string[] {
  return [...paceSentences(outlook, language), ...aheadSentences(outlook, language)];
}

/**
 * The same with values as they are shown, and what a reader subtracts from them to hold a sentence against its page; but the two paces as they
 * are, where those of the shown values would say the contrary of whether it goes fast enough. Trend, interval and chance stay those of the values
 * as they are, and so does how often something has happened.
 */
function asShown(outlook: Outlook): Outlook {
  const { decimals, ahead, pace } = outlook;
  const values = outlook.values.map(({ period, value }) => ({ period, value: roundTo(value, decimals) }));
  const [first, latest] = [values[0], values.at(-1)];
  const shown = pace !== undefined && first && latest ? paceAsShown([first, latest], decimals) : pace;
  const required = ahead && requiredAsShown(ahead, { latest, decimals });
  const isContrary = outrunBy(shown, required?.perYear) * outrunBy(pace, ahead?.required?.perYear) < 0;
  return isContrary ? { ...outlook, values } : { ...outlook, values, pace: shown, ahead: ahead && { ...ahead, required } };
}

function requiredAsShown(
  { hope, period, required }: Ahead,
  { latest, decimals }: { readonly latest: TimedValue | undefined; readonly decimals: number },
): Ahead['required'] {
  if (!required || !latest || hope.kind !== 'point') return required;
  return { ...required, perYear: paceAsShown([latest, { period, value: hope.value }], decimals) };
}

/** The change a year between two values as they are shown. One division of two whole numbers is rounded once, so that a tie stays a tie. */
function paceAsShown([from, to]: readonly [from: TimedValue, to: TimedValue], decimals: number): number {
  const change = toScaled(to.value, decimals) - toScaled(from.value, decimals);
  return (change * 12) / ((periodPosition(to.period) - periodPosition(from.period)) * 10 ** decimals);
}

/** By how much a required pace is faster than the actual one; nothing where they lead to different sides. */
function outrunBy(pace: number | undefined, required: number | undefined): number {
  if (pace === undefined || required === undefined || pace * required <= 0) return 0;
  return roundTo(Math.abs(required) - Math.abs(pace), MAX_DECIMALS);
}

interface Telling {
  readonly outlook: Outlook;
  /** The same with all its decimals. */
  readonly exact: Outlook;
  readonly today?: IsoDate | undefined;
  readonly language: Language;
  readonly words: OutlookWords;
}

/** A yearly change of fewer whole things than this is told as the whole change: a tenth of a group a year is none. */
const FEW = 10;

function isOfFewThings({ outlook: { unit, decimals } }: Telling, size: number): boolean {
  return isOfWholeThings(unit, decimals) && Math.abs(size) < FEW;
}

/**
 * How much a year: of whole things as many decimals as the values have; else one more, but neither a third one nor one after three digits.
 */
function perYear(telling: Telling, size: number): string {
  return sizeText(telling, size, decimalsPerYear(telling, size));
}

function decimalsPerYear({ outlook: { unit, decimals } }: Telling, size: number): number {
  const units = Math.abs(toScaled(size, decimals));
  const needsMore = isOfWholeThings(unit, decimals) ? units === 0 : decimals < 2 && units < 100;
  return decimals + (needsMore ? 1 : 0);
}

/** The size of a difference: of places in a ranking, which the sentence speaks of already, what the language takes them by. */
function sizeText({ outlook: { unit }, language, words }: Telling, difference: number, decimals: number): string {
  const style = { decimals, language };
  const isPlaces = unitKind(unit) === 'rank' && words.steps !== undefined;
  return isPlaces ? `${formatNumber(Math.abs(difference), style)} ${words.steps}` : formatDifference(difference, unit, style);
}

function amount({ outlook: { unit, decimals }, language }: Telling, value: number): string {
  return formatWithUnit(value, unit, { decimals, language });
}

/** The period a value is meant for: "2030", "in 2030", "i december 2030", "de tolv månaderna till och med december 2030". */
function when({ outlook, language }: Telling, period: Period): string {
  return periodPhrase(period, language, outlook);
}

/** The same as a noun. */
function nameOf({ outlook, language }: Telling, period: Period): string {
  return periodName(period, language, outlook);
}

function subjectOf({ outlook: { unit, measure }, words }: Telling) {
  if (unitKind(unit) === 'rank') return words.subjects.rank;
  return words.subjects[measure === 'rolling-12-months' ? 'rolling' : 'value'];
}

function paceSentence(telling: Telling, pace: number): string {
  const { outlook, language, words } = telling;
  const [first, last] = [outlook.values[0], outlook.values.at(-1)];
  const [from = '', to = ''] = [first, last].map((point) => point && endName(point.period, language, outlook));
  const subject = subjectOf(telling);
  const changes = yearlyChanges(outlook.values);
  const isOneYear = changes.length === 1 && changes[0]?.years === 1;
  if (toScaled(pace, outlook.decimals + 1) === 0) return words.pace(from, to, words.unchanged(subject, isOneYear));
  const isWhole = isOneYear || isOfFewThings(telling, pace);
  const size = isWhole && first && last ? distanceText(telling, [first.value, last.value]) : perYear(telling, pace);
  return words.pace(from, to, words.moved({ subject: subject.name, verb: subject.did[pace > 0 ? 0 : 1], size, isWhole }));
}

function trendClause(telling: Telling): string {
  const { outlook, words } = telling;
  const { trend, variation } = outlook;
  if (trend === undefined || variation === undefined) return '.';
  if (trend !== 'no-clear-trend') return words.clearTrend[trend];
  return words.noClearTrend(perYear(telling, aboutAs(variation, variation)));
}

function latestChangeSentence(telling: Telling, { from, to, isOrdinary }: NonNullable<Outlook['latestChange']>): string {
  const { outlook, language, words } = telling;
  const change = changeText([from.value, to.value], outlook.unit, { decimals: outlook.decimals, language });
  return words.latestChange({ subject: subjectOf(telling), change, since: when(telling, from.period), isOrdinary });
}

interface Required extends Ahead {
  readonly hope: Extract<Hope, { kind: 'point' }>;
  readonly required: NonNullable<Ahead['required']>;
}

function requiredSentence(telling: Telling, ahead: Required): string {
  const { outlook, words } = telling;
  const { hope, period, horizon } = ahead;
  const latest = outlook.values.at(-1);
  const by = nameOf(telling, period);
  if (isReached(ahead)) {
    const on = latest ? when(telling, latest.period) : '';
    return words.alreadyReached({ on, subject: subjectOf(telling).short, isBetter: latest?.value !== hope.value, by });
  }
  // A pace per year would ask for more than is left when less than a year is.
  if (latest && Math.min(horizon, yearsLeft(telling, period)) < 1)
    return words.remaining(distanceText(telling, [latest.value, hope.value]), by);
  return paceRequired(telling, ahead);
}

/** The years from the last month that is over to the end of a period. */
function yearsLeft({ today }: Telling, period: Period): number {
  return today === undefined ? Infinity : yearsBetween(lastMonthOver(today), period);
}

/** Whether so much time has passed since the latest value that a pace from there on has to say so. */
function isFromLongAgo({ today }: Telling, { period }: TimedValue): boolean {
  return today !== undefined && yearsBetween(period, lastMonthOver(today)) > 2;
}

function lastMonthOver(today: IsoDate): Period {
  return shiftPeriod(periodContaining(today, 'month'), -1);
}

function isPassed({ hope, required }: Pick<Ahead, 'hope' | 'required'>): boolean {
  return hope.kind === 'point' && required !== undefined && isReached({ hope, required });
}

/** Whether the latest value is at least as good as the one hoped for. */
function isReached({ hope, required }: Pick<Required, 'hope' | 'required'>): boolean {
  return hope.direction === 'increase' ? required.perYear <= 0 : required.perYear >= 0;
}

function distanceText(telling: Telling, values: readonly [number, number]): string {
  const { decimals } = telling.outlook;
  return sizeText(telling, shownChange(values, decimals), decimals);
}

function paceRequired(telling: Telling, ahead: Required): string {
  const { outlook, language, words } = telling;
  const { hope, required, period } = ahead;
  const { perYear: taken, happened, of } = required;
  const { short, it, ...verbs } = subjectOf(telling);
  const way = taken > 0 ? 0 : 1;
  const [did, does, done] = [verbs.did[way], verbs.does[way], verbs.done[way]];
  const goal = { value: amount(telling, hope.value), by: nameOf(telling, period), isRolling: isRolling(period, outlook) };
  const pace = requiredText(telling, ahead);
  const latest = outlook.values.at(-1);
  const since = latest && isFromLongAgo(telling, latest) ? endName(latest.period, language, outlook) : undefined;
  const takes = words.required({ ...goal, subject: short, verb: does, pace, since, outruns: hiddenOrder(telling, ahead) });
  if (of === 0) return takes;
  const [from = '', to = ''] = outlook.values.slice(-2).map((value) => endName(value.period, language, outlook));
  const isEveryYear = yearlyChanges(outlook.values).every(({ years }) => years === 1);
  return `${takes} ${words.happened({ happened, of, from, to, isEveryYear, it, verbs: { did, does, done } })}`;
}

/** "95 invånare om året"; of few things all that is left, and in which time: "2 grupper på 1,5 år". */
function requiredText(telling: Telling, { hope, required, horizon }: Required): string {
  const latest = telling.outlook.values.at(-1);
  if (!latest || !isOfFewThings(telling, required.perYear)) return telling.words.aYear(perYear(telling, required.perYear));
  return telling.words.within(distanceText(telling, [latest.value, hope.value]), Math.round(horizon * 12));
}

/** Whether it must go faster or slower than so far, where the two paces are told alike and are not. */
function hiddenOrder(telling: Telling, { required }: Required): 'faster' | 'slower' | undefined {
  const { outlook, exact } = telling;
  const really = outrunBy(exact.pace, exact.ahead?.required?.perYear);
  if (really === 0 || outlook.pace === undefined || isOfFewThings(telling, outlook.pace)) return undefined;
  const [pace, needed] = [outlook.pace, required.perYear].map((size) => roundTo(size, decimalsPerYear(telling, size)));
  if (pace !== needed) return undefined;
  return really > 0 ? 'faster' : 'slower';
}

/** Where it is heading and how likely the target is; only that nothing can be said when anything may happen. */
function forecastSentences(telling: Telling, ahead: Ahead): readonly string[] {
  const { hope, period, projection, isTooWide, chance } = ahead;
  if (isTooWide) return [telling.words.noForecast];
  const heading = projection ? [projectionSentence(telling, projection, period)] : [];
  const likely = chance ? [chanceSentence(telling, { ...ahead, hope, chance })] : [];
  // "Om det är det också 2030" says nothing but next to what has been reached already.
  return isPassed(ahead) ? [...likely, ...heading] : [...heading, ...likely];
}

/** Rounded to two digits of how uncertain it is: "omkring 241 000 kr" where it may be 20 000 more or less. */
function aboutAs(value: number, uncertainty: number): number {
  const step = Math.floor(Math.log10(Math.abs(uncertainty))) - 1;
  return step > 0 ? roundTo(value / 10 ** step, 0) * 10 ** step : value;
}

function projectionSentence(telling: Telling, projection: Projection, period: Period): string {
  const { outlook, language, words } = telling;
  const half = (projection.high - projection.low) / 2;
  const [value, low, high] = [projection.value, projection.low, projection.high].map((one) => aboutAs(one, half)) as [
    number,
    number,
    number,
  ];
  const range = betweenText([low, high], outlook.unit, { decimals: outlook.decimals, language });
  const about = unitKind(outlook.unit) === 'rank' ? formatNumber(value, { decimals: outlook.decimals, language }) : amount(telling, value);
  return words.projection({ subject: subjectOf(telling), when: when(telling, period), value: about, range });
}

interface Chance extends Ahead {
  readonly chance: NonNullable<Ahead['chance']>;
}

function chanceSentence(telling: Telling, { hope, chance, period, required }: Chance): string {
  const { outlook, language, words } = telling;
  const said = { word: chanceText(chance.word, language), percent: probabilityText(chance.probability, language) };
  if (hope.kind === 'point') {
    return isPassed({ hope, required })
      ? words.chanceOfStaying({ ...said, when: when(telling, period), isOpen: chance.word === 'uncertain' })
      : words.chanceOfPoint(said);
  }
  const range = betweenText([hope.low, hope.high], outlook.unit, { decimals: outlook.decimals, language });
  return words.chanceOfBand({ ...said, subject: subjectOf(telling), when: when(telling, period), range });
}

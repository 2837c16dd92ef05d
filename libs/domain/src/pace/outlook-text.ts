import { formatChange, formatDifference } from '../change-text.js';
import { type Language } from '../language.js';
import { formatNumber, NBSP } from '../number-text.js';
import { formatWithUnit } from '../number-text-unit.js';
import { periodLabel } from '../period-label.js';
import { WORDS, type OutlookWords } from './outlook-words.js';
import { type Ahead, type Outlook } from './outlook.js';
import { type Trend } from './pace.js';
import { type ChanceWord, type Hope, type Projection } from './projection.js';

/** The word that stands beside a trend arrow: "förbättras", "ingen tydlig trend". */
export function trendWord(trend: Trend, language: Language): string {
  return WORDS[language].trend[trend];
}

/** A chance in words: "mycket liten", "oviss". */
export function chanceText(word: ChanceWord, language: Language): string {
  return WORDS[language].chance[word];
}

/** A probability (0–1) as a percentage with one decimal, never "0 %" or "100 %": "2,2 %", "mindre än 0,1 %". */
export function probabilityText(probability: number, language: Language): string {
  const percent = (value: number): string =>
    `${formatNumber(value, { decimals: 1, language })}${language === 'sv' ? NBSP : ''}%`;
  if (probability < 0.001) return WORDS[language].lessThan(percent(0.1));
  return probability > 0.999 ? WORDS[language].moreThan(percent(99.9)) : percent(probability * 100);
}

/** "Hittills": pace, trend and what the latest change says, or why nothing can be said. Empty without a single value. */
export function paceSentences(outlook: Outlook, language: Language): readonly string[] {
  const telling = { outlook, language, words: WORDS[language] };
  const { values, pace, latestChange, reason } = outlook;
  if (values.length === 0) return [];
  return [
    ...(pace === undefined ? [] : [paceSentence(telling, pace) + trendClause(telling)]),
    ...(latestChange ? [latestChangeSentence(telling, latestChange)] : []),
    ...(reason ? [telling.words.reason[reason](values.length)] : []),
  ];
}

/** "Framåt": the required pace, where it is heading and the chance, or why there is none. Empty without a target. */
export function aheadSentences(outlook: Outlook, language: Language): readonly string[] {
  const { ahead } = outlook;
  if (!ahead) return [];
  const telling = { outlook, language, words: WORDS[language] };
  const { hope, period, required, projection, chance, reason } = ahead;
  const at = periodLabel(period, language);
  return [
    ...(required && hope.kind === 'point' ? [requiredSentence(telling, { hope, required, at })] : []),
    ...(projection ? [projectionSentence(telling, projection, at)] : []),
    ...(chance ? [chanceSentence(telling, { hope, chance, at })] : []),
    // The other reasons are told with the pace.
    ...(reason === 'final-reached' ? [telling.words.reason['final-reached']()] : []),
  ];
}

/** All that pace and chance say, in that order. */
export function outlookSentences(outlook: Outlook, language: Language): readonly string[] {
  return [...paceSentences(outlook, language), ...aheadSentences(outlook, language)];
}

interface Telling {
  readonly outlook: Outlook;
  readonly language: Language;
  readonly words: OutlookWords;
}

/** With one decimal more than the values, since an average seldom falls on one of them. */
function perYear({ outlook: { unit, decimals }, language }: Telling, change: number): string {
  return formatChange(change, unit, { decimals: decimals + 1, language });
}

function amount({ outlook: { unit, decimals }, language }: Telling, value: number): string {
  return formatWithUnit(value, unit, { decimals, language });
}

function bare({ outlook: { decimals }, language }: Telling, value: number): string {
  return formatNumber(value, { decimals, language });
}

function paceSentence(telling: Telling, pace: number): string {
  const { values, measure } = telling.outlook;
  const [from = '', to = ''] = [values[0], values.at(-1)].map(
    (point) => point && periodLabel(point.period, telling.language),
  );
  return telling.words.pace({ from, to, pace: perYear(telling, pace), isRolling: measure === 'rolling-12-months' });
}

function trendClause({ outlook: { trend, variation, unit, decimals }, language, words }: Telling): string {
  if (trend === undefined || variation === undefined) return '.';
  if (trend !== 'no-clear-trend') return words.clearTrend[trend];
  return words.noClearTrend(formatDifference(variation, unit, { decimals: decimals + 1, language }));
}

function latestChangeSentence(
  { outlook, language, words }: Telling,
  { from, change, isOrdinary }: NonNullable<Outlook['latestChange']>,
): string {
  const size = formatChange(change, outlook.unit, { decimals: outlook.decimals, language });
  return words.latestChange({ size, since: periodLabel(from, language), isOrdinary });
}

interface Required {
  readonly hope: Extract<Hope, { kind: 'point' }>;
  readonly required: NonNullable<Ahead['required']>;
  readonly at: string;
}

function requiredSentence(telling: Telling, { hope, required, at }: Required): string {
  const goal = { value: amount(telling, hope.value), by: at };
  const isReached = hope.direction === 'increase' ? required.perYear <= 0 : required.perYear >= 0;
  if (isReached) return telling.words.alreadyReached(goal);
  return telling.words.required({ ...goal, ...required, perYear: perYear(telling, required.perYear) });
}

function projectionSentence(telling: Telling, { value, low, high }: Projection, at: string): string {
  return telling.words.projection({
    value: amount(telling, value),
    at,
    low: bare(telling, low),
    high: bare(telling, high),
  });
}

interface Chance {
  readonly hope: Hope;
  readonly chance: NonNullable<Ahead['chance']>;
  readonly at: string;
}

function chanceSentence(telling: Telling, { hope, chance, at }: Chance): string {
  const said = `${chanceText(chance.word, telling.language)} (${probabilityText(chance.probability, telling.language)})`;
  if (hope.kind === 'point') return telling.words.chanceOfPoint(said);
  return telling.words.chanceOfBand({ low: bare(telling, hope.low), high: amount(telling, hope.high), at, said });
}

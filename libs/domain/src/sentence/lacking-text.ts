import { enumerated, type Language } from '../language.js';
import { type Explanation } from '../status/explanation.js';
import { type Period } from '../time/period.js';
import { missingText } from '../value/value-words.js';
import { type MonthsCovered } from './figure-name.js';
import { isRolling, periodName } from './sentence-period.js';

/** What is known where there is no outcome. */
type Lacking = MonthsCovered & Pick<Explanation, 'missing' | 'missingPeriod' | 'missingParts'>;

interface Phrases {
  readonly lack: (names: string, count: number) => string;
  readonly andOthers: (names: string) => string;
  readonly kind: (lack: string, kind: string) => string;
  readonly seriesBreak: string;
  readonly noValue: (what: string) => string;
  readonly since: (clause: string, lack: string) => string;
  readonly valueMissing: (period: string) => string;
  readonly thereIs: (clause: string) => string;
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  sv: {
    lack: (names) => `${names} saknas`,
    andOthers: (names) => `${names} med flera`,
    kind: (lack, kind) => `${lack} (${kind})`,
    seriesBreak: 'brott i serien',
    noValue: (what) => `inget värde för ${what}`,
    since: (clause, lack) => `${clause}, eftersom ${lack}`,
    valueMissing: (period) => `Värdet för ${period} saknas`,
    thereIs: (clause) => `Det finns ${clause}.`,
  },
  en: {
    lack: (names, count) => `${names} ${count === 1 ? 'is' : 'are'} missing`,
    andOthers: (names) => `${names} and others`,
    kind: (lack, kind) => `${lack} (${kind})`,
    seriesBreak: 'break in the series',
    noValue: (what) => `no value for ${what}`,
    since: (clause, lack) => `${clause}, since ${lack}`,
    valueMissing: (period) => `The value for ${period} is missing`,
    thereIs: (clause) => `There is ${clause}.`,
  },
};

/** All of them would be longer than the twelve months that they are parts of. */
const MOST_NAMED = 3;

/** Where the value would stand, why there is none: "sekretess"; of twelve months the part that they lack, "kvartal 3 2026 saknas". */
export function lackingText({ missing, missingParts = [], ...covered }: Lacking, language: Language): string {
  const { kind, seriesBreak } = PHRASES[language];
  const told = missing && missingText(missing, language);
  if (missingParts.length === 0) return told ?? seriesBreak;
  const lack = periodsLackText(missingParts, covered, language);
  return told && missingParts.length === 1 ? kind(lack, told) : lack;
}

/** The same where a period has no value, to stand in a heading: "inget värde för 2025 (inte mätt)", of twelve months with the part they lack. */
export function noValueText(lacking: Lacking & { readonly missingPeriod: Period }, language: Language): string {
  const { missing, missingPeriod } = lacking;
  const { noValue, kind } = PHRASES[language];
  if (isLackingParts(lacking)) return twelveMonthsText(lacking, language);
  const lacks = noValue(periodName(missingPeriod, language, lacking));
  return missing ? kind(lacks, missingText(missing, language)) : lacks;
}

/** The same as a sentence that names the period, so that it cannot be taken for the last value there is: "Värdet för 2025 saknas: inte mätt." */
export function missingSentence(lacking: Lacking & { readonly missingPeriod: Period }, language: Language): string {
  const { thereIs, valueMissing } = PHRASES[language];
  if (isLackingParts(lacking)) return thereIs(twelveMonthsText(lacking, language));
  const { missing, missingPeriod } = lacking;
  const sentence = valueMissing(periodName(missingPeriod, language, lacking));
  return missing ? `${sentence}: ${missingText(missing, language)}.` : `${sentence}.`;
}

/** Of years twelve months are the value itself. */
function isLackingParts(lacking: Lacking & { readonly missingPeriod: Period }): boolean {
  return isRolling(lacking.missingPeriod, lacking) && lacking.missingParts !== undefined;
}

function twelveMonthsText(lacking: Lacking & { readonly missingPeriod: Period }, language: Language): string {
  const { noValue, since } = PHRASES[language];
  return since(noValue(periodName(lacking.missingPeriod, language, lacking)), lackingText(lacking, language));
}

/** Which periods have no value: "2022 och 2024 saknas"; of many the first. */
export function periodsLackText(parts: readonly Period[], { reporting }: Pick<MonthsCovered, 'reporting'>, language: Language): string {
  return PHRASES[language].lack(periodNames(parts, { reporting }, language), parts.length);
}

/** Names of periods within a sentence: the first few, where there are more. */
export function periodNames(parts: readonly Period[], { reporting }: Pick<MonthsCovered, 'reporting'>, language: Language): string {
  const names = parts.map((part) => periodName(part, language, { measure: 'value', reporting }));
  return names.length > MOST_NAMED ? PHRASES[language].andOthers(names.slice(0, MOST_NAMED).join(', ')) : enumerated(names, language);
}

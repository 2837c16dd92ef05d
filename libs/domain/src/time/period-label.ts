import { type Language } from '../language.js';
import { type Period } from './period.js';

interface PeriodWords {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly quarter: (part: number) => string;
  readonly shortQuarter: (part: number) => string;
  readonly tertials: readonly string[];
  readonly shortTertials: readonly string[];
  readonly halves: readonly string[];
  readonly shortHalves: readonly string[];
}

const WORDS: Readonly<Record<Language, PeriodWords>> = {
  sv: {
    months: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
    shortMonths: 'jan feb mars apr maj juni juli aug sep okt nov dec'.split(' '),
    quarter: (part) => `kvartal ${part}`,
    shortQuarter: (part) => `kv ${part}`,
    // Nobody outside the town hall knows what a tertial is.
    tertials: ['januari–april', 'maj–augusti', 'september–december'],
    shortTertials: ['jan–apr', 'maj–aug', 'sep–dec'],
    halves: ['första halvåret', 'andra halvåret'],
    shortHalves: ['halvår 1', 'halvår 2'],
  },
  en: {
    months: 'January February March April May June July August September October November December'.split(' '),
    shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
    quarter: (part) => `quarter ${part}`,
    shortQuarter: (part) => `Q${part}`,
    // "Tertial" is no English word for a third of a year, the months are understood by everyone.
    tertials: ['January–April', 'May–August', 'September–December'],
    shortTertials: ['Jan–Apr', 'May–Aug', 'Sep–Dec'],
    halves: ['first half of', 'second half of'],
    shortHalves: ['H1', 'H2'],
  },
};

/** A period in words, to stand within a sentence: "kvartal 3 2026", "första halvåret 2026", "first half of 2026". */
export function periodLabel(period: Period, language: Language): string {
  const words = WORDS[language];
  const { cadence, year, part } = period;
  if (cadence === 'year') return String(year);
  if (cadence === 'quarter') return `${words.quarter(part)} ${year}`;
  const names = { month: words.months, tertial: words.tertials, 'half-year': words.halves }[cadence];
  return `${names[part - 1] ?? part} ${year}`;
}

/** A period short enough for a chart axis: "kv 3 2026", "sep 2026", "maj–aug 2026", "halvår 1 2026". */
export function shortPeriodLabel(period: Period, language: Language): string {
  const words = WORDS[language];
  const { cadence, year, part } = period;
  if (cadence === 'year') return String(year);
  if (cadence === 'quarter') return `${words.shortQuarter(part)} ${year}`;
  const names = { month: words.shortMonths, tertial: words.shortTertials, 'half-year': words.shortHalves }[cadence];
  return `${names[part - 1] ?? part} ${year}`;
}

/** A date in full: "30 september 2026", "30 September 2026". The text itself when it is no date. */
export function dateLabel(date: string, language: Language): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  const name = WORDS[language].months[(month ?? 0) - 1];
  return name === undefined || day === undefined ? date : `${day} ${name} ${year}`;
}

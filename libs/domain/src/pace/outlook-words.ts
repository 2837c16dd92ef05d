import { upperFirst, type Language } from '../language.js';
import { type Trend } from '../status/trend.js';
import { formatNumber } from '../value/number-text.js';
import { type AheadGap } from './outlook.js';
import { FEWEST_VALUES, type PaceGap } from './pace.js';
import { type ChanceWord } from './projection.js';

interface Goal {
  readonly value: string;
  readonly by: string;
  /** It is a value of twelve months, which `by` names. */
  readonly isRolling: boolean;
}

/** How large a chance is: its word, and its size in per cent. */
interface Said {
  readonly word: string;
  readonly percent: string;
}

/** What the sentences call a value, and what it does when it becomes more or less: a place in a ranking gets worse. */
interface Subject {
  readonly name: string;
  /** The same where the period beside it has said already that it is of twelve months. */
  readonly short: string;
  /** The same before the period that it is of. */
  readonly of: string;
  readonly it: string;
  readonly same: string;
  readonly unchanged: string;
  readonly did: readonly [more: string, less: string];
  readonly does: readonly [more: string, less: string];
  readonly done: readonly [more: string, less: string];
}

/** How often a change per year has been as good as the required one. */
interface Happened {
  readonly happened: number;
  readonly of: number;
  readonly from: string;
  readonly to: string;
  /** Without gaps a change is a year. */
  readonly isEveryYear: boolean;
  readonly it: string;
  readonly verbs: Verbs;
}

/** What a value does when it becomes more, or less: "ökade", "öka", "ökat". */
interface Verbs {
  readonly did: string;
  readonly does: string;
  readonly done: string;
}

/** The sentences about pace and chance, with holes for figures that are already written out. */
export interface OutlookWords {
  readonly chance: Readonly<Record<ChanceWord, string>>;
  readonly clearTrend: Readonly<Record<Exclude<Trend, 'no-clear-trend'>, string>>;
  readonly noClearTrend: (variation: string) => string;
  readonly subjects: Readonly<Record<'value' | 'rolling' | 'rank', Subject>>;
  readonly unchanged: (subject: Subject, isOneYear: boolean) => string;
  /** `isWhole`: `size` is the whole change, not that of a year on average. */
  readonly moved: (facts: { subject: string; verb: string; size: string; isWhole: boolean }) => string;
  readonly pace: (from: string, to: string, told: string) => string;
  readonly latestChange: (facts: { subject: Subject; change: string | undefined; since: string; isOrdinary: boolean }) => string;
  readonly alreadyReached: (facts: { on: string; subject: string; isBetter: boolean; by: string }) => string;
  readonly remaining: (distance: string, by: string) => string;
  /**
   * `pace`: how fast it must go, `aYear` or `within` a time; `since`: from which long-ago value on; `outruns`: than it has gone, where the numbers
   * do not tell.
   */
  readonly required: (
    facts: Goal & {
      readonly subject: string;
      readonly verb: string;
      readonly pace: string;
      readonly since: string | undefined;
      readonly outruns: 'faster' | 'slower' | undefined;
    },
  ) => string;
  readonly aYear: (size: string) => string;
  /** The whole change, of what is counted in whole numbers so small that a part of one a year would say nothing. */
  readonly within: (size: string, months: number) => string;
  readonly happened: (facts: Happened) => string;
  readonly projection: (facts: { subject: Subject; when: string; value: string; range: string }) => string;
  /** What a place in a ranking moves by, where it is not a number of places. */
  readonly steps: string | undefined;
  /** In place of a projection whose interval rules hardly anything out. */
  readonly noForecast: string;
  readonly chanceOfPoint: (said: Said) => string;
  /** Of a target that the latest value has reached already; `isOpen`: it may go either way. */
  readonly chanceOfStaying: (said: Said & { when: string; isOpen: boolean }) => string;
  readonly chanceOfBand: (said: Said & { subject: Subject; when: string; range: string }) => string;
  /** After what a break in the series is. */
  readonly notProjected: string;
  readonly lessThan: (limit: string) => string;
  readonly moreThan: (limit: string) => string;
  readonly reason: Readonly<Record<PaceGap, (values: number) => string>> &
    Readonly<Record<Exclude<AheadGap, PaceGap | 'series-break'>, () => string>>;
}

/** How long it is until then, as one says it: "9 månader", "1,5 år", "2 år och 9 månader". */
function spanText(months: number, language: Language): string {
  const isSwedish = language === 'sv';
  const years = (count: number): string =>
    isSwedish ? `${formatNumber(count, { decimals: count % 1 === 0 ? 0 : 1, language })} år` : `${count} ${count === 1 ? 'year' : 'years'}`;
  const rest = (count: number): string =>
    isSwedish ? `${count} ${count === 1 ? 'månad' : 'månader'}` : `${count} ${count === 1 ? 'month' : 'months'}`;
  if (months % 12 === 0 || (months > 12 && months % 6 === 0)) return years(months / 12);
  if (months < 24) return rest(months);
  return `${years(Math.floor(months / 12))} ${isSwedish ? 'och' : 'and'} ${rest(months % 12)}`;
}

const SWEDISH_VALUE = {
  ...{ short: 'värdet', it: 'det', same: 'detsamma', unchanged: 'oförändrat' },
  did: ['ökade', 'minskade'],
  does: ['öka', 'minska'],
  done: ['ökat', 'minskat'],
} as const;

const SWEDISH: OutlookWords = {
  chance: {
    'very-small': 'mycket liten',
    small: 'liten',
    uncertain: 'oviss',
    large: 'stor',
    'very-large': 'mycket stor',
  },
  clearTrend: {
    improving: ', en tydlig förbättring.',
    worsening: ', en tydlig försämring.',
    rising: ', en tydlig ökning.',
    falling: ', en tydlig minskning.',
  },
  noClearTrend: (variation) =>
    `. Det är ingen tydlig trend, eftersom enskilda år brukar avvika med omkring ${variation} från en jämn takt.`,
  subjects: {
    value: { ...SWEDISH_VALUE, name: 'värdet', of: 'värdet' },
    rolling: { ...SWEDISH_VALUE, name: 'värdet för tolv månader', of: 'värdet för' },
    rank: {
      ...{ name: 'placeringen', short: 'placeringen', of: 'placeringen', it: 'den', same: 'densamma', unchanged: 'oförändrad' },
      did: ['försämrades', 'förbättrades'],
      does: ['försämras', 'förbättras'],
      done: ['försämrats', 'förbättrats'],
    },
  },
  unchanged: ({ name, unchanged }, isOneYear) => `var ${name} ${isOneYear ? '' : 'i genomsnitt '}${unchanged}`,
  moved: ({ subject, verb, size, isWhole }) => `${verb} ${subject} med ${isWhole ? size : `i genomsnitt ${size} om året`}`,
  pace: (from, to, told) => `Från ${from} till ${to} ${told}`,
  latestChange: ({ subject: { short, same }, change, since, isOrdinary }) => {
    const lies = `ligger ${isOrdinary ? 'inom' : 'utanför'} normal årsvariation.`;
    return change ? `Den senaste ändringen, ${change} än ${since}, ${lies}` : `Att ${short} är ${same} som ${since} ${lies}`;
  },
  alreadyReached: ({ on, subject, isBetter, by }) =>
    `${upperFirst(on)} var ${subject} redan ${isBetter ? 'bättre än' : 'lika bra som'} målet för ${by}.`,
  remaining: (distance, by) => `${distance} återstår till målet för ${by}.`,
  required: ({ value, by, isRolling, subject, verb, pace, since, outruns }) => {
    const than = outruns ? `något ${outruns === 'faster' ? 'snabbare' : 'långsammare'} än hittills, ` : '';
    const from = since === undefined ? '' : `, räknat från ${since}`;
    return `För att nå målvärdet ${value} ${isRolling ? 'för' : 'till'} ${by} måste ${subject} ${verb} ${than}med ${pace}${from}.`;
  },
  aYear: (size) => `${size} om året`,
  within: (size, months) => `${size} på ${spanText(months, 'sv')}`,
  happened: ({ happened, of, from, to, isEveryYear, it, verbs: { did, done } }) => {
    if (of === 1)
      return happened ? `Minst så snabbt ${did} ${it} mellan ${from} och ${to}.` : `Så snabbt ${did} ${it} inte mellan ${from} och ${to}.`;
    const never = isEveryYear ? `under något av de ${of} senaste åren` : `mellan några av de ${of + 1} mätningarna`;
    if (happened === 0) return `Så snabbt har ${it} inte ${done} ${never}.`;
    const isAll = happened === of;
    const times = isAll
      ? of === 2
        ? 'båda gångerna'
        : `alla ${of} gångerna`
      : `${happened} ${happened === 1 ? 'gång' : 'gånger'} av ${of}`;
    const often = isEveryYear ? `under ${isAll ? 'vart och ett' : happened} av de ${of} senaste åren` : times;
    return `Minst så snabbt har ${it} ${done} ${often}.`;
  },
  projection: ({ subject: { of, it }, when, value, range }) =>
    `Fortsätter det i samma takt blir ${of} ${when} omkring ${value}. Med 80 procents sannolikhet hamnar ${it} ${range}; hur ofta sådana intervall har hållit står under Så räknar vi.`,
  steps: 'steg',
  noForecast: 'Variationen är så stor att det inte går att göra någon meningsfull prognos.',
  chanceOfPoint: ({ word, percent }) => `Chansen att nå målvärdet i tid är ${word} (${percent}).`,
  chanceOfStaying: ({ word, percent, when, isOpen }) =>
    isOpen ? `Om det är det också ${when} är ovisst (${percent}).` : `Chansen att det är det också ${when} är ${word} (${percent}).`,
  chanceOfBand: ({ word, percent, subject: { of }, when, range }) => `Chansen att ${of} ${when} ligger ${range} är ${word} (${percent}).`,
  notProjected: 'Därför görs ingen prognos.',
  lessThan: (limit) => `under ${limit}`,
  moreThan: (limit) => `över ${limit}`,
  reason: {
    'too-few-values': (values) => `Det finns för få mätpunkter, ${values} av minst ${FEWEST_VALUES}, för att bedöma trend och chans.`,
    'no-variation': () => 'Värdet har ändrats exakt lika mycket varje år, så trend och chans går inte att bedöma.',
    'final-reached': () => 'Målets slutperiod är nådd, så ingen chans framåt beräknas.',
  },
};

const ENGLISH_VALUE = {
  ...{ short: 'the value', of: 'the value', it: 'it', same: 'the same', unchanged: 'unchanged' },
  did: ['rose', 'fell'],
  does: ['rise', 'fall'],
  done: ['risen', 'fallen'],
} as const;

const ENGLISH: OutlookWords = {
  chance: {
    'very-small': 'very low',
    small: 'low',
    uncertain: 'uncertain',
    large: 'high',
    'very-large': 'very high',
  },
  clearTrend: {
    improving: ', a clear improvement.',
    worsening: ', a clear worsening.',
    rising: ', a clear rise.',
    falling: ', a clear fall.',
  },
  noClearTrend: (variation) => `. There is no clear trend, as single years usually differ from an even pace by about ${variation}.`,
  subjects: {
    value: { ...ENGLISH_VALUE, name: 'the value' },
    rolling: { ...ENGLISH_VALUE, name: 'the value over twelve months' },
    rank: {
      ...{ name: 'the rank', short: 'the rank', of: 'the rank', it: 'it', same: 'the same', unchanged: 'unchanged' },
      did: ['worsened', 'improved'],
      does: ['worsen', 'improve'],
      done: ['worsened', 'improved'],
    },
  },
  unchanged: ({ name, unchanged }, isOneYear) => `${name} was ${unchanged}${isOneYear ? '' : ' on average'}`,
  moved: ({ subject, verb, size, isWhole }) => `${subject} ${verb} by ${size}${isWhole ? '' : ' a year on average'}`,
  pace: (from, to, told) => `From ${from} to ${to} ${told}`,
  latestChange: ({ subject: { short, same }, change, since, isOrdinary }) => {
    const lies = `is ${isOrdinary ? 'within' : 'outside'} ordinary yearly variation.`;
    return change ? `The latest change, ${change} than ${since}, ${lies}` : `That ${short} is ${same} as ${since} ${lies}`;
  },
  alreadyReached: ({ on, subject, isBetter, by }) =>
    `${upperFirst(on)} ${subject} was already ${isBetter ? 'better than' : 'as good as'} the target for ${by}.`,
  remaining: (distance, by) => `${distance} remain${distance.startsWith('1 ') ? 's' : ''} to the target for ${by}.`,
  required: ({ value, by, isRolling, subject, verb, pace, since, outruns }) => {
    const than = outruns ? `slightly ${outruns === 'faster' ? 'faster' : 'more slowly'} than so far, ` : '';
    const from = since === undefined ? '' : `, counted from ${since}`;
    return `To reach the target of ${value} ${isRolling ? 'in' : 'by'} ${by} ${subject} must ${verb} ${than}by ${pace}${from}.`;
  },
  aYear: (size) => `${size} a year`,
  within: (size, months) => `${size} in ${spanText(months, 'en')}`,
  happened: ({ happened, of, from, to, isEveryYear, it, verbs: { did, does, done } }) => {
    const subject = upperFirst(it);
    const once = happened ? `${did} at least that fast` : `did not ${does} that fast`;
    if (of === 1) return `${subject} ${once} between ${from} and ${to}.`;
    const never = isEveryYear ? `in any of the last ${of} years` : `between any of the ${of + 1} measurements`;
    if (happened === 0) return `${subject} has not ${done} that fast ${never}.`;
    const isAll = happened === of;
    const times = isAll ? (of === 2 ? 'both times' : `all ${of} times`) : `${happened} ${happened === 1 ? 'time' : 'times'} out of ${of}`;
    const often = isEveryYear ? `in ${isAll ? 'each' : happened} of the last ${of} years` : times;
    return `${subject} has ${done} at least that fast ${often}.`;
  },
  projection: ({ subject: { of, it }, when, value, range }) =>
    `At the same pace ${of} ${when} will be about ${value}. There is an 80% chance that ${it} will be ${range}; how often such intervals have held is described under How we count.`,
  steps: undefined,
  noForecast: 'The variation is so large that no meaningful projection can be made.',
  chanceOfPoint: ({ word, percent }) => `The chance of reaching the target in time is ${word} (${percent}).`,
  chanceOfStaying: ({ word, percent, when, isOpen }) =>
    isOpen
      ? `Whether it still will be ${when} is ${word} (${percent}).`
      : `The chance that it still will be ${when} is ${word} (${percent}).`,
  chanceOfBand: ({ word, percent, subject: { of }, when, range }) => `The chance of ${of} ${when} being ${range} is ${word} (${percent}).`,
  notProjected: 'So nothing is projected.',
  lessThan: (limit) => `under ${limit}`,
  moreThan: (limit) => `over ${limit}`,
  reason: {
    'too-few-values': (values) => `There are too few values, ${values} of at least ${FEWEST_VALUES}, to judge trend and chance.`,
    'no-variation': () => 'The value has changed by exactly the same amount every year, so trend and chance cannot be judged.',
    'final-reached': () => 'The final period of the target has come, so no chance is computed.',
  },
};

/** The sentences in each language. */
export const WORDS: Readonly<Record<Language, OutlookWords>> = { sv: SWEDISH, en: ENGLISH };

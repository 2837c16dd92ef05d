import { type Language } from '../language.js';
import { type AheadGap } from './outlook.js';
import { FEWEST_VALUES, type PaceGap, type Trend } from './pace.js';
import { type ChanceWord } from './projection.js';

interface Goal {
  readonly value: string;
  readonly by: string;
}

/** The sentences about pace and chance, with holes for figures that are already written out. */
export interface OutlookWords {
  readonly trend: Readonly<Record<Trend, string>>;
  readonly chance: Readonly<Record<ChanceWord, string>>;
  readonly clearTrend: Readonly<Record<Exclude<Trend, 'no-clear-trend'>, string>>;
  readonly noClearTrend: (variation: string) => string;
  readonly pace: (facts: { from: string; to: string; pace: string; isRolling: boolean }) => string;
  readonly latestChange: (facts: { size: string; since: string; isOrdinary: boolean }) => string;
  readonly alreadyReached: (goal: Goal) => string;
  readonly required: (facts: Goal & { perYear: string; happened: number; of: number }) => string;
  readonly projection: (facts: { value: string; at: string; low: string; high: string }) => string;
  readonly chanceOfPoint: (said: string) => string;
  readonly chanceOfBand: (facts: { low: string; high: string; at: string; said: string }) => string;
  readonly lessThan: (limit: string) => string;
  readonly moreThan: (limit: string) => string;
  readonly reason: Readonly<Record<PaceGap, (values: number) => string>> &
    Readonly<Record<Exclude<AheadGap, PaceGap>, () => string>>;
}

const SWEDISH: OutlookWords = {
  trend: {
    improving: 'förbättras',
    worsening: 'försämras',
    rising: 'ökar',
    falling: 'minskar',
    'no-clear-trend': 'ingen tydlig trend',
  },
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
    `. Det är ingen tydlig trend, för ett vanligt år avviker med omkring ${variation} från den takten.`,
  pace: ({ from, to, pace, isRolling }) =>
    `Från ${from} till ${to} ändrades ${isRolling ? 'värdet för rullande tolv månader' : 'värdet'} med i genomsnitt ${pace} om året`,
  latestChange: ({ size, since, isOrdinary }) =>
    `Den senaste ändringen, ${size} sedan ${since}, ligger ${isOrdinary ? 'inom' : 'utanför'} normal årsvariation.`,
  alreadyReached: ({ value, by }) => `Målvärdet till ${by}, ${value}, är redan nått.`,
  required: ({ value, by, perYear, happened, of }) =>
    `För att nå målvärdet ${value} till ${by} krävs ${perYear} om året.${of > 0 ? ` Det har hänt ${happened} av ${of} gånger hittills.` : ''}`,
  projection: ({ value, at, low, high }) =>
    `Fortsätter det i samma takt blir värdet omkring ${value} ${at}. Med 80 procents sannolikhet hamnar det mellan ${low} och ${high}.`,
  chanceOfPoint: (said) => `Chansen att nå målvärdet i tid är ${said}.`,
  chanceOfBand: ({ low, high, at, said }) => `Chansen att värdet ligger mellan ${low} och ${high} ${at} är ${said}.`,
  lessThan: (limit) => `mindre än ${limit}`,
  moreThan: (limit) => `mer än ${limit}`,
  reason: {
    'too-few-values': (values) =>
      `Det finns för få mätpunkter, ${values} av minst ${FEWEST_VALUES}, för att bedöma trend och chans.`,
    'no-variation': () => 'Värdet har ändrats exakt lika mycket varje år, så trend och chans går inte att bedöma.',
    'final-reached': () => 'Målets slutperiod är nådd, så någon chans framåt beräknas inte.',
  },
};

const ENGLISH: OutlookWords = {
  trend: {
    improving: 'improving',
    worsening: 'worsening',
    rising: 'rising',
    falling: 'falling',
    'no-clear-trend': 'no clear trend',
  },
  chance: {
    'very-small': 'very small',
    small: 'small',
    uncertain: 'uncertain',
    large: 'large',
    'very-large': 'very large',
  },
  clearTrend: {
    improving: ', a clear improvement.',
    worsening: ', a clear worsening.',
    rising: ', a clear rise.',
    falling: ', a clear fall.',
  },
  noClearTrend: (variation) =>
    `. There is no clear trend, as an ordinary year differs from that pace by about ${variation}.`,
  pace: ({ from, to, pace, isRolling }) =>
    `From ${from} to ${to} the ${isRolling ? 'value over rolling twelve months' : 'value'} changed by ${pace} a year on average`,
  latestChange: ({ size, since, isOrdinary }) =>
    `The latest change, ${size} since ${since}, is ${isOrdinary ? 'within' : 'outside'} ordinary yearly variation.`,
  alreadyReached: ({ value, by }) => `The target for ${by}, ${value}, has already been reached.`,
  required: ({ value, by, perYear, happened, of }) =>
    `Reaching the target of ${value} by ${by} takes ${perYear} a year.${of > 0 ? ` That has happened ${happened} out of ${of} times so far.` : ''}`,
  projection: ({ value, at, low, high }) =>
    `At the same pace the value will be about ${value} in ${at}. It will lie between ${low} and ${high} with a probability of 80 percent.`,
  chanceOfPoint: (said) => `The chance of reaching the target in time is ${said}.`,
  chanceOfBand: ({ low, high, at, said }) =>
    `The chance of the value lying between ${low} and ${high} in ${at} is ${said}.`,
  lessThan: (limit) => `less than ${limit}`,
  moreThan: (limit) => `more than ${limit}`,
  reason: {
    'too-few-values': (values) =>
      `There are too few values, ${values} of at least ${FEWEST_VALUES}, to judge trend and chance.`,
    'no-variation': () =>
      'The value has changed by exactly the same amount every year, so trend and chance cannot be judged.',
    'final-reached': () => 'The final period of the target has come, so no chance is computed.',
  },
};

/** The sentences in each language. */
export const WORDS: Readonly<Record<Language, OutlookWords>> = { sv: SWEDISH, en: ENGLISH };

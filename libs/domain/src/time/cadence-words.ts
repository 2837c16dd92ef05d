import { type IndicatorRules } from '../indicator/indicator.js';
import { wordIn, type Language, type Words } from '../language.js';
import { type Cadence } from './period.js';

const CADENCES: Words<Cadence> = {
  month: ['varje månad', 'every month'],
  quarter: ['varje kvartal', 'every quarter'],
  tertial: ['varje tertial (fyra månader)', 'every four months'],
  'half-year': ['varje halvår', 'every half-year'],
  year: ['varje år', 'every year'],
  irregular: ['vissa år', 'some years'],
};

const PARTS: Words<Cadence> = {
  month: ['Månad för månad', 'Month by month'],
  quarter: ['Kvartal för kvartal', 'Quarter by quarter'],
  tertial: ['Fyra månader i taget', 'Four months at a time'],
  'half-year': ['Halvår för halvår', 'Half-year by half-year'],
  year: ['År för år', 'Year by year'],
  irregular: ['År för år', 'Year by year'],
};

const SO_FAR = ['Räknat från årets början', 'Counted from the beginning of the year'] as const;

/** What a chart of single figures is called, beside one of twelve months together: "Kvartal för kvartal", of figures that accumulate as they do. */
export function cadenceParts({ cadence, reporting }: Pick<IndicatorRules, 'cadence' | 'reporting'>, language: Language): string {
  return wordIn(reporting === 'year-to-date' ? SO_FAR : PARTS[cadence], language);
}

/** How often something is measured: "varje kvartal". */
export function cadenceWord(cadence: Cadence, language: Language): string {
  return wordIn(CADENCES[cadence], language);
}

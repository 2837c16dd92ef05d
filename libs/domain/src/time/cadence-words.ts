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

/** What a chart of single periods is called, beside one of twelve months together: "Kvartal för kvartal". */
export function cadenceParts(cadence: Cadence, language: Language): string {
  return wordIn(PARTS[cadence], language);
}

/** How often something is measured: "varje kvartal". */
export function cadenceWord(cadence: Cadence, language: Language): string {
  return wordIn(CADENCES[cadence], language);
}

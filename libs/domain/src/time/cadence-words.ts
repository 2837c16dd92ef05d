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

/** How often something is measured: "varje kvartal". */
export function cadenceWord(cadence: Cadence, language: Language): string {
  return wordIn(CADENCES[cadence], language);
}

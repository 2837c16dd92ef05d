/** A definition for the specs that ask what one may say and how it is told. */
import { type DefinitionContent } from './definition-content.js';

/** The population of Vimmerby, yearly, official. */
export function aDefinition(changes: Partial<DefinitionContent> = {}): DefinitionContent {
  return {
    name: { sv: 'Folkmängd' },
    definition: { sv: 'Antal folkbokförda.' },
    unit: { sv: 'invånare' },
    decimals: 0,
    direction: 'increase',
    cadence: 'year',
    reporting: 'period',
    aggregation: 'last',
    lagDays: 55,
    graceDays: 30,
    mayRepeat: false,
    officialStatistics: true,
    source: { name: 'SCB' },
    irregularYears: [],
    balance: [],
    perLocality: [],
    isExample: false,
    ...changes,
  };
}

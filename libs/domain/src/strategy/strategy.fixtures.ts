/** A small strategy that hangs together, for the specs that break it. */
import { aDefinition } from '../indicator/definition.fixtures.js';
import { aPoint } from '../target/target.fixtures.js';
import { type AreaContent, type GoalContent, type StrategyContent } from './strategy-content.js';

/** More people live here: one target for the population, and visits without one. */
export function aGoal(changes: Partial<GoalContent> = {}): GoalContent {
  return {
    slug: 'fler-bor-har',
    name: { sv: 'Fler bor här' },
    description: { sv: 'Folkmängden ska öka.' },
    isExample: false,
    roles: [{ actor: 'kommunstyrelsen', role: 'leads' }],
    targets: [aPoint()],
    indicatorsWithoutTarget: ['besok'],
    ...changes,
  };
}

/** An area with that goal. */
export function anArea(changes: Partial<AreaContent> = {}): AreaContent {
  return {
    slug: 'leva',
    name: { sv: 'Attraktiva livsmiljöer' },
    shortName: { sv: 'Leva' },
    description: { sv: 'Bostäder och boendemiljöer.' },
    goals: [aGoal()],
    ...changes,
  };
}

/** An indicator of a strategy: the population unless told otherwise. */
export function anIndicator(changes: Partial<StrategyContent['indicators'][number]> = {}): StrategyContent['indicators'][number] {
  return { ...aDefinition(), slug: 'folkmangd', breaks: [], ...changes };
}

/** Visits to the reception, quarter by quarter. */
export const VISITS = anIndicator({ slug: 'besok', name: { sv: 'Besök' }, cadence: 'quarter', aggregation: 'sum' });

/** A municipality with a locality, a committee with a department, one area, two indicators. */
export function aStrategy(changes: Partial<StrategyContent> = {}): StrategyContent {
  return {
    territories: [
      { code: '0884', kind: 'municipality', name: { sv: 'Vimmerby' } },
      { code: '0884-tuna', kind: 'locality', name: { sv: 'Tuna' }, parent: '0884' },
    ],
    actors: [
      { slug: 'kommunstyrelsen', kind: 'committee', name: { sv: 'Kommunstyrelsen' }, isExample: false },
      { slug: 'gatukontoret', kind: 'department', name: { sv: 'Gatukontoret' }, parent: 'kommunstyrelsen', isExample: false },
    ],
    strategy: { slug: 'slus', name: { sv: 'Utvecklingsstrategi' }, purpose: { sv: 'Kommunen ska växa.' } },
    version: { number: 1, body: { sv: 'kommunfullmäktige' }, decidedOn: '2025-11-17', validFrom: '2026-01-01', isExample: false },
    areas: [anArea()],
    indicators: [anIndicator(), VISITS],
    ...changes,
  };
}

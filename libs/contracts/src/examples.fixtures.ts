/** Answers as the API gives them, made from real figures by the rules themselves. */
import {
  explanationNumbers,
  assess,
  headingOf,
  parsePeriod,
  periodCode,
  sentenceOf,
  type Assessed,
  type Observation,
  type Period,
} from '@slusen/domain';
import { anIndicator, aTarget } from '@slusen/testing';
import { type AssessedView, type ExplanationView } from './explanation.js';
import { type SeriesPoint } from './indicators.js';

export const POPULATION = { slug: 'folkmangd-31-december', name: { sv: 'Folkmängd 31 december', en: 'Population on 31 December' } };
export const GOAL = { slug: 'fler-bor-har', name: { sv: 'Fler bor här', en: 'More people live here' } };
export const AREA = { slug: 'leva', name: { sv: 'Attraktiva livsmiljöer', en: 'Attractive living environments' } };
export const BOARD = { slug: 'kommunstyrelsen', name: { sv: 'Kommunstyrelsen', en: 'Municipal Executive Board' } };
export const INHABITANTS = { sv: 'invånare', en: 'inhabitants', one: { sv: 'invånare', en: 'inhabitant' } };
export const MUNICIPALITY = { code: '0884', name: { sv: 'Vimmerby' } };
export const RECORDED = '2026-02-20T08:00:00.000Z';

/** The population of 2025, as published. */
export const POINT: SeriesPoint = {
  period: '2025',
  value: 15327,
  quality: 'final',
  provenance: 'exact',
  revision: 1,
  source: 'SCB, BE0101',
  approvedBy: BOARD.name,
  recordedAt: RECORDED,
};

/** A published value, or none, of a period. */
export function observed(code: string, measured: Pick<Observation, 'value' | 'missing'>, changes: Partial<Observation> = {}): Observation {
  const { period: _period, value: _value, ...published } = POINT;
  return { ...published, period: parsePeriod(code), ...measured, ...changes } as Observation;
}

export const DECIDED = { measure: 'value', tolerance: 50, decision: 'KF 2025-11-24 § 210', isExample: false } as const;
export const PATH = aTarget({ 2024: 15384, 2030: 15800 }, DECIDED);

/** The population of 2025 against its path, with whatever is different. */
export function question(changes: Partial<Assessed> = {}): Assessed {
  return {
    rules: anIndicator({ lagDays: 50, officialStatistics: true }),
    unit: INHABITANTS,
    target: PATH,
    observations: [observed('2024', { value: 15384 }), observed('2025', { value: 15327 })],
    today: '2026-06-01',
    ...changes,
  };
}

/** What the rules made, with periods as codes: what is sent. */
export function asSent<Made>(made: Made): unknown {
  const isPeriod = (thing: unknown): thing is Period =>
    typeof thing === 'object' && thing !== null && 'cadence' in thing && 'part' in thing;
  return JSON.parse(JSON.stringify(made, (_key, thing: unknown) => (isPeriod(thing) ? periodCode(thing) : thing)));
}

/** The explanation that the rules make of a question, as it is sent. */
export function explained(changes: Partial<Assessed> = {}): ExplanationView {
  return asSent(assess(question(changes))) as ExplanationView;
}

/** The population's status with its sentences. */
export function assessedPopulation(): AssessedView {
  const made = assess(question());
  const sentences = (language: 'sv' | 'en') => sentenceOf(made, POPULATION.name, language);
  const numbers = asSent({ sv: explanationNumbers(made, 'sv'), en: explanationNumbers(made, 'en') }) as AssessedView['numbers'];
  return { explanation: explained(), sentences: { sv: sentences('sv'), en: sentences('en') }, numbers };
}

/** What heads the population's chart, in both languages. */
export function headings(): { readonly sv: string; readonly en: string } {
  const made = assess(question());
  return { sv: headingOf(made, 'sv'), en: headingOf(made, 'en') };
}

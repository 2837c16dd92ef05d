/** Indicators of several kinds with what is said of them, for the specs of this folder. */
import { periodCode } from '../time/period-code.js';
import { assess, type Assessed } from '../status/status-assess.js';
import { at, bandTarget, INHABITANTS, outcome, PERCENT, pointTarget, someRules, TODAY } from '../status/status.fixtures.js';
import { sentenceOf } from './sentence.js';

export const NAME = { sv: 'Folkmängd 31 december', en: 'Population on 31 December' };
const RANK = { sv: 'placering', en: 'rank' };
export const NIGHTS = { sv: 'gästnätter', en: 'guest nights' };

/** 15 327 inhabitants in 2026, 95 short of the path and more than the tolerance of 50 away. */
export const population: Assessed = {
  rules: someRules(),
  unit: INHABITANTS,
  target: pointTarget(),
  observations: [outcome('2025', 15384), outcome('2026', 15327)],
  today: TODAY,
};
/** An expected 6.0 % in 2026, a tolerance of 0.5. */
export const unemployment: Partial<Assessed> = {
  unit: PERCENT,
  rules: someRules({ direction: 'decrease', decimals: 1 }),
  target: pointTarget({ path: 'step', baseline: at('2025', 6), final: at('2030', 5), tolerance: 0.5 }),
};
/** Between 2.0 and 2.5 %, where neither way is better. */
export const inflation: Partial<Assessed> = {
  unit: PERCENT,
  rules: someRules({ direction: 'none', decimals: 1 }),
  target: bandTarget(),
};
/** A place in a ranking, expected to be 173 in 2026; nothing is near. */
export const ranking: Partial<Assessed> = {
  unit: RANK,
  rules: someRules({ direction: 'decrease', min: 1 }),
  target: pointTarget({ baseline: at('2025', 179), final: at('2030', 150), tolerance: 0 }),
};
const QUARTERS = [10, 20, 40, 20, 11, 25, 40, 30].map((value, index) =>
  outcome(`202${5 + Math.floor(index / 4)}-Q${(index % 4) + 1}`, value),
);
/** Guest nights by quarters, judged by twelve months: 106 against an expected 105. */
export const nights: Partial<Assessed> = {
  unit: NIGHTS,
  rules: someRules({ cadence: 'quarter', aggregation: 'sum' }),
  target: pointTarget({
    measure: 'rolling-12-months',
    baseline: at('2024-Q4', 90),
    final: at('2028-Q4', 120),
    tolerance: 2,
  }),
  observations: QUARTERS,
};
/** The nights, but for what never came. */
export function nightsWithout(...lost: readonly string[]): Assessed['observations'] {
  return QUARTERS.filter(({ period }) => !lost.includes(periodCode(period)));
}
export const withoutTarget = { target: undefined };

/** Sentences with ordinary signs for spaces and minus, so that the tables below can be read and typed. */
export function said(changes: Partial<Assessed>, language: 'sv' | 'en') {
  const made = sentenceOf(assess({ ...population, ...changes }), NAME, language);
  const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');
  return {
    heading: plain(made.heading),
    headline: plain(made.headline),
    status: plain(made.status),
    flip: plain(made.flip),
  };
}

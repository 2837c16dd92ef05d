import { type IndicatorRules } from './indicator.js';

/** How the figures of an indicator come: typed by whoever answers for them, by file from the source, or computed from those of others. */
export const ARRIVALS = ['by-hand', 'by-file', 'computed'] as const;
export type Arrival = (typeof ARRIVALS)[number];

/**
 * Who is waited for: figures by hand are somebody's task. Official statistics are asked of nobody, though anyone who may can correct one by
 * hand, and what is computed comes when its parts do.
 */
export function arrivalOf({
  rules,
  formula,
}: {
  readonly rules: Pick<IndicatorRules, 'officialStatistics'>;
  readonly formula?: unknown;
}): Arrival {
  if (formula !== undefined) return 'computed';
  return rules.officialStatistics ? 'by-file' : 'by-hand';
}

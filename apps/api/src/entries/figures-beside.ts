import { parsePeriod, type Measured, type Period } from '@slusen/domain';
import type { ObservationRow } from '../observations/observation.row.js';

/** A public figure that an entry is read beside. */
export type FigureBeside = Measured & { readonly period: Period };

/** Figures as `figuresBeside` gives them, an array each; null when there are none. */
export type BesideLines =
  readonly (readonly [period: ObservationRow['period'], value: ObservationRow['value'], missing: ObservationRow['missing']])[] | null;

/**
 * SQL: the current public figures of the series `h` that one whose position in months is `end` is read beside: those of the same part of the
 * year, the one before, the values nearest to it, and those that make a jump nothing to ask about. However long the history, it is a few
 * rows of little; the series is read once and chosen from.
 */
export const figuresBeside = (end: string, moment: `$${number}`): string => `
  (with current as materialized (
     select distinct on (c.period_end) c.period_end, c.period, c.value, c.missing
       from public_observation(${moment}) c where c.series_id = h.id order by c.period_end, c.revision desc)
   select json_agg(json_build_array(o.period, o.value, o.missing) order by o.period_end)
     from current o
    where o.period_end % 12 = ${end} % 12
       or o.value <= 0
       or o.period_end in ((select max(period_end) from current where period_end < ${end}),
                           (select max(period_end) from current where period_end < ${end} and value is not null),
                           (select min(period_end) from current where period_end > ${end} and value is not null)))`;

/** The figures as the rules know them, oldest first. */
export function besideOf(lines: BesideLines): FigureBeside[] {
  return (lines ?? []).map(([period, value, missing]) => ({
    period: parsePeriod(period),
    ...(value === null ? { missing: missing ?? 'not-yet-published' } : { value }),
  }));
}

import { CADENCES, REPORTINGS } from '@slusen/domain';
import * as z from 'zod';
import { period } from './periods.js';
import { localized, reference, slug, unit } from './text.js';
import { figureView } from './values.js';

/** An indicator as whoever keeps the definitions in order sees it. */
const registeredIndicator = z
  .object({
    slug,
    name: localized,
    unit,
    decimals: z.int(),
    cadence: z.enum(CADENCES),
    reporting: z.enum(REPORTINGS),
    isExample: z.boolean(),
    owner: reference.optional(),
    /** The areas of the strategy in force whose goals it measures. */
    areas: z.array(reference),
    hasTarget: z.boolean(),
    isDerived: z.boolean(),
    /** The last period that it is measured in, where it has ended. */
    endsAfter: period.optional(),
    latest: z.object({ period, value: figureView }).optional(),
    /** The earliest value that is overdue, and for how many days. */
    late: z.object({ period, days: z.int() }).optional(),
  })
  .meta({ id: 'RegisteredIndicator' });
export type RegisteredIndicator = z.output<typeof registeredIndicator>;

/** Every indicator, by Swedish name; an installation has at most some hundred. */
export const indicatorRegister = z.object({ indicators: z.array(registeredIndicator) }).meta({ id: 'IndicatorRegister' });
export type IndicatorRegister = z.output<typeof indicatorRegister>;

import { CADENCES, REPORTINGS } from '@slusen/domain';
import * as z from 'zod';
import { task } from './entries.js';
import { date, period } from './periods.js';
import { localized, reference, slug, unit } from './text.js';
import { figureView, missingKind, quality } from './values.js';

/** Where an indicator stands for whoever answers for it: its most pressing task, or that nothing is asked for now. */
export const OWN_STATES = [...task.shape.state.options, 'not-yet-due'] as const;

/** An indicator that somebody answers for. */
export const ownIndicator = z
  .object({
    slug,
    name: localized,
    unit,
    decimals: z.int(),
    cadence: z.enum(CADENCES),
    reporting: z.enum(REPORTINGS),
    isExample: z.boolean(),
    department: reference,
    /** By which of the reader's roles; both where one holds both. */
    reports: z.boolean(),
    reviews: z.boolean(),
    /** Whose it is, by their names, where the reader only stands in for them. */
    inPlaceOf: z.array(z.string()).optional(),
    state: z.enum(OWN_STATES),
    /** How many figures there are to do something about, and how many wait for review. */
    open: z.int(),
    waiting: z.int(),
    /** The most pressing figure, where one is asked for. */
    task: task.pick({ period: true, territory: true, breakdown: true, lastDay: true }).optional(),
    /** The next one that is waited for, and from which day on it is due. */
    next: z.object({ period, dueOn: date }).optional(),
    /** The latest public figure of the whole. */
    latest: z.object({ period, value: figureView.optional(), missing: missingKind.optional(), quality }).optional(),
  })
  .meta({ id: 'OwnIndicator' });
export type OwnIndicator = z.output<typeof ownIndicator>;

/** Everything that somebody answers for on a day, by Swedish name. */
export const ownIndicators = z.object({ today: date, items: z.array(ownIndicator) }).meta({ id: 'OwnIndicators' });
export type OwnIndicators = z.output<typeof ownIndicators>;

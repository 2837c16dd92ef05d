import { DRAFT_STATES, MEASURABILITY_GAPS, MENDING_PLACES } from '@slusen/domain';
import * as z from 'zod';
import { date, period } from './periods.js';
import { localized, reference, slug } from './text.js';

/** How much of a draft can be followed up; an indicator counts once for each goal that it measures. */
export const measurabilityCount = z
  .object({
    indicators: z.object({ measurable: z.int(), total: z.int() }),
    /** Those that say why they are left unmeasured are no part of `total`. */
    goals: z.object({ measurable: z.int(), total: z.int(), deliberatelyNot: z.int() }),
  })
  .meta({ id: 'MeasurabilityCount' });

/** Something that is missing, with where it is mended, the period it is about and the indicator that goes on instead. */
const finding = z
  .object({
    gap: z.enum(MEASURABILITY_GAPS),
    mendedIn: z.enum(MENDING_PLACES),
    period: period.optional(),
    replacedBy: reference.optional(),
  })
  .meta({ id: 'MeasurabilityFinding' });
export type MeasurabilityFindingView = z.output<typeof finding>;

/** A goal of a draft with what is missing, as such and for each indicator; names are empty where nobody has written them yet. */
const goal = z
  .object({
    slug,
    name: localized,
    area: reference,
    deliberatelyNotMeasured: localized.optional(),
    findings: z.array(finding),
    indicators: z.array(z.object({ indicator: reference, findings: z.array(finding) })),
  })
  .meta({ id: 'GoalMeasurability' });
export type GoalMeasurabilityView = z.output<typeof goal>;

/** Whether a draft can be followed up, goal by goal: an appendix to the case in which it is decided. */
export const draftMeasurability = z
  .object({
    draft: z.object({ id: z.int(), title: z.string(), state: z.enum(DRAFT_STATES), name: localized }),
    checkedOn: date,
    count: measurabilityCount,
    goals: z.array(goal),
  })
  .meta({ id: 'DraftMeasurability' });
export type DraftMeasurability = z.output<typeof draftMeasurability>;

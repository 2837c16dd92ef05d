import {
  ACTOR_KINDS,
  ACTOR_ROLES,
  ARRIVALS,
  CADENCES,
  FULFILMENT_REASONS,
  FULFILMENTS,
  MEASURES,
  REPORTINGS,
  STATUSES,
} from '@slusen/domain';
import * as z from 'zod';
import { assessed } from './explanation.js';
import { date, instant, period } from './periods.js';
import { inBothLanguages, localized, reference, slug, unit } from './text.js';
import { trendView } from './trends.js';
import { figureView, missingKind, provenance, quality } from './values.js';

const counts = z.object({ 'on-track': z.int(), 'at-risk': z.int(), 'off-track': z.int(), 'not-assessable': z.int() });

/** A goal's computed fulfilment: counts, never an average of colours. */
export const rollUp = z
  .object({
    counts,
    worst: z.enum(STATUSES).optional(),
    assessable: z.int(),
    total: z.int(),
    fulfilment: z.enum(FULFILMENTS),
    reason: z.enum(FULFILMENT_REASONS).optional(),
    isFinal: z.boolean(),
    word: z.object({ sv: z.string(), en: z.string() }),
  })
  .meta({ id: 'RollUp' });
export type RollUpView = z.output<typeof rollUp>;

/** An actor and what it does for a goal. */
export const goalRole = z
  .object({
    actor: z.object({ slug, name: localized, kind: z.enum(ACTOR_KINDS), isExample: z.boolean() }),
    role: z.enum(ACTOR_ROLES),
    note: localized.optional(),
    /** The role was invented for the demonstration: that of an invented actor, or of a real one in an invented goal. */
    isExample: z.boolean(),
  })
  .meta({ id: 'GoalRole' });

/** A goal in a list. */
export const goalSummary = z
  .object({ slug, name: localized, area: reference, rollUp, leads: z.array(reference), hasExamples: z.boolean() })
  .meta({ id: 'GoalSummary' });
export type GoalSummary = z.output<typeof goalSummary>;

/** An indicator as it stands for one goal, with its latest points for a small chart. */
export const goalIndicator = z
  .object({
    slug,
    name: localized,
    unit,
    decimals: z.int(),
    cadence: z.enum(CADENCES),
    isExample: z.boolean(),
    assessed,
    trend: trendView.optional(),
    /** What the small chart shows from end to end. */
    finding: inBothLanguages.optional(),
    /** What counts, after the measure of the target; no value where it is missing. */
    points: z.array(z.object({ period, value: figureView.optional() })),
    breaks: z.array(period),
  })
  .meta({ id: 'GoalIndicator' });

/** The decision a strategy rests on. */
export const strategyDecision = z
  .object({
    name: localized,
    purpose: localized,
    version: z.int(),
    body: localized,
    decidedOn: date.optional(),
    decidedOnText: localized.optional(),
    paragraph: z.string().optional(),
    dnr: z.string().optional(),
  })
  .meta({ id: 'StrategyDecision' });

/** The public page of a goal. */
export const goalPage = z
  .object({
    slug,
    name: localized,
    description: localized,
    area: reference,
    strategy: strategyDecision,
    deliberatelyNotMeasured: localized.optional(),
    rollUp,
    rule: z.object({ sv: z.string(), en: z.string() }),
    indicators: z.array(goalIndicator),
    roles: z.array(goalRole),
    hasExamples: z.boolean(),
  })
  .meta({ id: 'GoalPage' });
export type GoalPageView = z.output<typeof goalPage>;

/** The public page of an area. */
export const areaPage = z
  .object({ slug, name: localized, shortName: localized, description: localized, goals: z.array(goalSummary), strategy: strategyDecision })
  .meta({ id: 'AreaPage' });
export type AreaPageView = z.output<typeof areaPage>;

/** A figure that counts and was published or corrected lately, told in the measure that the indicator's page is headed by. */
export const recentChange = z
  .object({
    indicator: reference,
    unit,
    decimals: z.int(),
    reporting: z.enum(REPORTINGS),
    /** What the value is: that of the period, or of the twelve months that end with it; the period's own where those lack a part. */
    measure: z.enum(MEASURES),
    period,
    value: figureView.optional(),
    missing: missingKind.optional(),
    quality,
    provenance,
    /** What the value covers, how sure it is where that must be said, and of twelve months which part is new: in words. */
    covered: inBothLanguages,
    certainty: inBothLanguages.optional(),
    part: inBothLanguages.optional(),
    kind: z.enum(['new', 'confirmed', 'corrected']),
    isExample: z.boolean(),
    publishedAt: instant,
  })
  .meta({ id: 'RecentChange' });

/** The start page: the strategy, its areas as doors, what changed lately. */
export const startPage = z
  .object({
    strategy: strategyDecision,
    areas: z.array(
      z.object({
        slug,
        name: localized,
        shortName: localized,
        goals: z.int(),
        counts: z.object({ met: z.int(), 'partly-met': z.int(), 'not-met': z.int(), 'not-assessable': z.int() }),
      }),
    ),
    changes: z.array(recentChange),
    hasExamples: z.boolean(),
  })
  .meta({ id: 'StartPage' });
export type StartPageView = z.output<typeof startPage>;

/** An indicator in the overview: how it stands and the finding in words; why is told on its own page. */
export const overviewIndicator = z
  .object({
    slug,
    name: localized,
    status: z.enum(STATUSES),
    isFinal: z.boolean(),
    /** The margin of error is larger than the distance: the status could be another. */
    uncertain: z.boolean(),
    trend: trendView.optional(),
    heading: inBothLanguages,
    /** Beside the mark, where the status rests on an old value. */
    basedOn: inBothLanguages.optional(),
    isExample: z.boolean(),
    /** The values that are overdue, if any is: how many days, who answers for them, how they are to come and from where; `told` names them. */
    late: z
      .object({
        values: z.array(z.object({ period, days: z.int().positive() })),
        reporting: z.enum(REPORTINGS),
        owner: localized.optional(),
        arrival: z.enum(ARRIVALS),
        source: z.string(),
        told: inBothLanguages,
      })
      .optional(),
  })
  .meta({ id: 'OverviewIndicator' });

/** Every goal of the strategy in force with its computed status: what the politician's overview shows; no strategy where none is in force. */
export const overview = z
  .object({
    strategy: strategyDecision.optional(),
    areas: z.array(
      z.object({
        slug,
        name: localized,
        shortName: localized,
        goals: z.array(
          goalSummary.omit({ area: true }).extend({
            indicators: z.array(overviewIndicator),
          }),
        ),
      }),
    ),
    computedOn: date,
  })
  .meta({ id: 'Overview' });
export type OverviewView = z.output<typeof overview>;

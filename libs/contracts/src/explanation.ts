import { DIRECTIONS, MEASURES, NOT_ASSESSABLE_REASONS, PATHS, REPORTINGS, STATUSES } from '@slusen/domain';
import * as z from 'zod';
import { date, instant, period } from './periods.js';
import { localized, unit } from './text.js';
import { figureView, missingKind, provenance, quality } from './values.js';

const explainedOutcome = z.object({
  period,
  value: figureView,
  revision: z.int(),
  quality,
  provenance,
  source: z.string(),
  /** The department. */
  approvedBy: localized.optional(),
  recordedAt: instant,
  margin: figureView.optional(),
});

const toldBreak = z.object({ firstPeriod: period, reason: localized });

const point = z.object({ period, value: figureView });

const explainedTarget = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('point'),
    path: z.enum(PATHS),
    baseline: point,
    /** Values on the way: a path that is straight goes through them, one in steps takes each from its own period. */
    milestones: z.array(point),
    final: point,
    expected: figureView.optional(),
    decision: z.string(),
    isExample: z.boolean(),
  }),
  z.object({
    kind: z.literal('band'),
    low: figureView,
    high: figureView,
    baselinePeriod: period,
    finalPeriod: period,
    decision: z.string(),
    isExample: z.boolean(),
  }),
]);

/** Why a status is what it is; the domain's explanation object with periods as codes. */
export const explanation = z
  .object({
    ruleVersion: z.string(),
    status: z.enum(STATUSES),
    reason: z.enum(NOT_ASSESSABLE_REASONS).optional(),
    missing: missingKind.optional(),
    uncertain: z.boolean(),
    direction: z.enum(DIRECTIONS),
    decimals: z.int(),
    unit,
    today: date,
    measure: z.enum(MEASURES),
    reporting: z.enum(REPORTINGS).optional(),
    perLocality: z.boolean().optional(),
    outcome: explainedOutcome.optional(),
    overdue: z.object({ period, since: date, later: z.array(period).optional() }).optional(),
    isOld: z.boolean().optional(),
    missingPeriod: period.optional(),
    missingParts: z.array(period).optional(),
    lastReal: explainedOutcome.optional(),
    yearBefore: point.optional(),
    target: explainedTarget.optional(),
    tolerance: figureView.optional(),
    shortfall: figureView.optional(),
    isFinal: z.boolean(),
    formula: z.string().optional(),
    flips: z.array(
      z.object({
        status: z.enum(STATUSES).exclude(['not-assessable']),
        from: figureView,
        to: figureView.optional(),
      }),
    ),
    breakBefore: toldBreak.optional(),
    seriesBreak: toldBreak.optional(),
  })
  .meta({ id: 'Explanation' });
export type ExplanationView = z.output<typeof explanation>;

/** What is known of an indicator where no goal is spoken of: the outcome without a status. */
export const knownOutcome = explanation
  .pick({
    ...{
      decimals: true,
      unit: true,
      today: true,
      measure: true,
      reporting: true,
      perLocality: true,
      outcome: true,
      overdue: true,
      isOld: true,
    },
    ...{ missing: true, missingPeriod: true, missingParts: true, lastReal: true, yearBefore: true, seriesBreak: true },
  })
  .meta({ id: 'KnownOutcome' });
export type KnownOutcomeView = z.output<typeof knownOutcome>;

/** The same explanation in plain language. */
export const sentences = z
  .object({
    heading: z.string(),
    headline: z.string(),
    status: z.string(),
    /** Beside the mark of a status that rests on an old value. */
    basedOn: z.string().optional(),
    formula: z.string().optional(),
    flip: z.string().optional(),
  })
  .meta({ id: 'Sentences' });

/** The sentences in both languages of the product. */
export const sentencesByLanguage = z.object({ sv: sentences, en: sentences });

/** The numbers of an explanation as a reader sees them, with units and periods; what it does not have is left out. */
export const explanationNumbersView = z
  .object({
    outcome: z.string().optional(),
    lastReal: z.string().optional(),
    /** From where to where, and by which steps. */
    target: z.string().optional(),
    expected: z.string().optional(),
    tolerance: z.string().optional(),
    margin: z.string().optional(),
  })
  .meta({ id: 'ExplanationNumbers' });

/** An explanation with its sentences and numbers in words, for one goal's target on one indicator. */
export const assessed = z
  .object({ explanation, sentences: sentencesByLanguage, numbers: z.object({ sv: explanationNumbersView, en: explanationNumbersView }) })
  .meta({ id: 'Assessed' });
export type AssessedView = z.output<typeof assessed>;

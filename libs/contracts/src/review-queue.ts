import { NO_ROUND, QUEUE_ORDERS, REPORTINGS, REVISION_KINDS } from '@slusen/domain';
import * as z from 'zod';
import { answerView, entryPartView, question } from './entries.js';
import { pageQuery } from './paging.js';
import { instant, period } from './periods.js';
import { statusEffect } from './status-effect.js';
import { localized, reference, slug, unit } from './text.js';
import { figureView, missingKind, quality } from './values.js';

/** An entry waiting for review: old → new. */
export const queueItem = z
  .object({
    id: z.uuid(),
    version: z.int(),
    indicator: reference,
    unit,
    decimals: z.int(),
    reporting: z.enum(REPORTINGS),
    isExample: z.boolean(),
    department: reference,
    territory: z.object({ code: z.string(), name: localized }),
    period,
    /** The round that asks for it, by its period. */
    round: period.optional(),
    value: figureView.optional(),
    missing: missingKind.optional(),
    quality,
    parts: z.array(entryPartView).optional(),
    /** What it does to each goal, in the order of the strategy. */
    effects: z.array(statusEffect),
    /** Until when it would wait if it were approved now; absent when it would be public at once. */
    publicFrom: instant.optional(),
    /** It was returned before. */
    isAgain: z.boolean(),
    /** The figure it is read against: the one it corrects; of a first one that of the same season a year before, or else of the period before. */
    comparedWith: z.object({ period, value: figureView.optional(), missing: missingKind.optional() }).optional(),
    /** What it is to the approved figure of its period; absent when it is the first. */
    replacing: z.enum(REVISION_KINDS).optional(),
    answers: z.array(answerView),
    questions: z.array(question),
    submittedBy: z.string(),
    submittedAt: instant,
    comment: z.string().optional(),
    reason: z.string().optional(),
    /** Whose it is to review, by their names, where the reader only stands in for them. */
    inPlaceOf: z.array(z.string()).optional(),
    /** Own entries are shown, but cannot be approved by their author. */
    isOwn: z.boolean(),
  })
  .meta({ id: 'QueueItem' });
export type QueueItem = z.output<typeof queueItem>;

/** `?round=2026-Q3&department=kultur&person=…&order=indicator`; without them everything, longest waiting first. */
export const queueQuery = z.strictObject({
  ...pageQuery.shape,
  round: z.union([z.literal(NO_ROUND), period]).optional(),
  department: slug.optional(),
  /** Who submitted it. */
  person: z.uuid().optional(),
  order: z.enum(QUEUE_ORDERS).default('longest'),
});
export type QueueQuery = z.output<typeof queueQuery>;

const waiting = { count: z.int() };

/** How many wait by each round, department and person, of those that the other two choices leave. */
const queueCounts = z.object({
  /** Latest first; what no round asks for last, without a period. */
  rounds: z.array(z.object({ period: period.optional(), ...waiting })),
  departments: z.array(z.object({ department: reference, ...waiting })),
  people: z.array(z.object({ id: z.uuid(), name: z.string(), ...waiting })),
});

/** A page of the review queue. */
export const reviewQueue = z
  .object({
    items: z.array(queueItem),
    total: z.int(),
    /** How many wait before anything is chosen. */
    waiting: z.int(),
    limit: z.int(),
    offset: z.int(),
    counts: queueCounts,
  })
  .meta({ id: 'ReviewQueue' });
export type ReviewQueue = z.output<typeof reviewQueue>;

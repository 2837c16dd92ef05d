import * as z from 'zod';
import { strategyDecision } from './goals.js';
import { inBothLanguages, localized, reference } from './text.js';

/** The version that decided it, with its decision. */
const decidedIn = strategyDecision.omit({ name: true, purpose: true }).meta({ id: 'DecidedIn' });
export type DecidedIn = z.output<typeof decidedIn>;

const leftGoal = reference.extend({
  area: reference,
  decided: decidedIn,
  /** Goals of the version in force that are measured by something which measured this one. */
  goesOnIn: z.array(reference),
  isExample: z.boolean(),
});

const leftIndicator = reference.extend({
  decided: decidedIn,
  /** What it measured in that version, and the target that was decided for it, where there was one. */
  goals: z.array(reference.extend({ target: inBothLanguages.optional() })),
  /** Where it was taken out of the version in force by a decision of its own. */
  withdrawn: z.object({ reason: z.string().optional(), decision: z.string().optional() }).optional(),
  /** The last figure with its period: "64,5 % 2024". */
  latest: inBothLanguages.optional(),
  /** Its figures are told locality by locality, and there is none for the whole. */
  perLocality: z.boolean(),
  /** What is measured instead, where its definition names it, and why it ended. */
  replacedBy: reference.optional(),
  ended: localized.optional(),
  isExample: z.boolean(),
});

/** Goals and indicators that were decided on and are no part of the version in force, the latest decided first. */
export const noLongerFollowedUpPage = z
  .object({ strategy: strategyDecision, goals: z.array(leftGoal), indicators: z.array(leftIndicator), hasExamples: z.boolean() })
  .meta({ id: 'NoLongerFollowedUp' });
export type NoLongerFollowedUpView = z.output<typeof noLongerFollowedUpPage>;

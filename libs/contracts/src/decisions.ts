import * as z from 'zod';
import { bandTarget, definition, definitionFields, pointTarget } from './strategy-file-shape.js';
import { localized, requiredText, slug, unit } from './text.js';

const reason = requiredText(1000);
const decision = requiredText(300);

/** An indicator defined otherwise than before, and why. */
export const definitionRevision = z.strictObject({ definition, reason, decision: decision.optional() }).meta({ id: 'DefinitionRevision' });
export type DefinitionRevision = z.output<typeof definitionRevision>;

/** The definition in force, as whoever revises it reads it; a definition that a file of figures made has no English yet. */
export const definitionInForce = z
  .object({ indicator: slug, revision: z.int(), definition: z.object(definitionFields(() => localized, unit)) })
  .meta({ id: 'DefinitionInForce' });
export type DefinitionInForce = z.output<typeof definitionInForce>;

/** How an indicator measures a goal: against a target, without one, or not any more. */
const measuring = z.discriminatedUnion('kind', [
  pointTarget,
  bandTarget,
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('withdrawn') }),
]);

/** What was decided of how an indicator measures a goal, by which decision and why. */
export const targetDecision = z.strictObject({ measuring, reason, decision }).meta({ id: 'TargetDecision' });
export type TargetDecision = z.output<typeof targetDecision>;

/** How an indicator measures a goal now; revision 0: nothing was ever decided. */
export const targetInForce = z
  .object({
    goal: slug,
    indicator: slug,
    revision: z.int(),
    measuring: measuring.optional(),
  })
  .meta({ id: 'TargetInForce' });
export type TargetInForce = z.output<typeof targetInForce>;

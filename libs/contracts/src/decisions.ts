import { ACTOR_KINDS, slugOf } from '@slusen/domain';
import * as z from 'zod';
import { period } from './periods.js';
import { bandTarget, definition, definitionFields, pointTarget, words } from './strategy-file-shape.js';
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

/** Somebody new who answers for figures or does something for goals; the address follows from the Swedish name. */
export const newActor = z
  .strictObject({ name: words(200), kind: z.enum(ACTOR_KINDS), parent: slug.optional(), contact: requiredText(200).optional() })
  .refine(({ name }) => slugOf(name.sv) !== '', { path: ['name', 'sv'], message: 'slug.malformed' })
  .meta({ id: 'NewActor' });
export type NewActor = z.output<typeof newActor>;

/** Something that is measured for the first time. */
export const newIndicator = z.strictObject({ slug, definition }).meta({ id: 'NewIndicator' });
export type NewIndicator = z.output<typeof newIndicator>;

/** That a series breaks at a period, or does not after all; and why it is said now. */
export const breakDecision = z
  .strictObject({
    breaking: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('break'), reason: words(1000), decision: decision.optional() }),
      z.strictObject({ kind: z.literal('none') }),
    ]),
    reason,
    decision: decision.optional(),
  })
  .meta({ id: 'BreakDecision' });
export type BreakDecision = z.output<typeof breakDecision>;

/** A break as whoever changes it reads it; one that was withdrawn can be there again. */
export const breakInForce = z
  .object({
    firstPeriod: period,
    revision: z.int(),
    isWithdrawn: z.boolean(),
    reason: localized,
    decision: z.string().optional(),
  })
  .meta({ id: 'BreakInForce' });
export type BreakInForce = z.output<typeof breakInForce>;

/** Every break of an indicator, withdrawn ones too, the earliest first. */
export const breaksInForce = z.object({ indicator: slug, breaks: z.array(breakInForce) }).meta({ id: 'BreaksInForce' });
export type BreaksInForce = z.output<typeof breaksInForce>;

/** What is to be said of one figure, or that nothing is any more; why, where something was said before. */
export const pointNoting = z
  .strictObject({
    noting: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('note'), text: words(1000) }),
      z.strictObject({ kind: z.literal('none') }),
    ]),
    territory: requiredText(20).optional(),
    reason: reason.optional(),
  })
  .meta({ id: 'PointNoting' });
export type PointNoting = z.output<typeof pointNoting>;

/** A note as whoever changes it reads it; one that was withdrawn can be there again. */
export const pointNoteInForce = z
  .object({ period, territory: z.string(), revision: z.int(), isWithdrawn: z.boolean(), text: localized })
  .meta({ id: 'PointNoteInForce' });
export type PointNoteInForce = z.output<typeof pointNoteInForce>;

/** Every note on figures of an indicator, withdrawn ones too, the earliest period first. */
export const pointNotesInForce = z.object({ indicator: slug, notes: z.array(pointNoteInForce) }).meta({ id: 'PointNotesInForce' });
export type PointNotesInForce = z.output<typeof pointNotesInForce>;

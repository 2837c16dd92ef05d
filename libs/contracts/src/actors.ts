import { ACTOR_KINDS, ACTOR_ROLES } from '@slusen/domain';
import * as z from 'zod';
import { date } from './periods.js';
import { localized, reference, slug } from './text.js';

/** One actor with what it does for each goal. */
export const actorView = z
  .object({
    slug,
    name: localized,
    kind: z.enum(ACTOR_KINDS),
    isExample: z.boolean(),
    parent: reference.optional(),
    contact: z.string().optional(),
    /** From when it is no more, by which decision, and what it became. */
    ended: z.object({ from: date, decision: z.string(), into: z.array(reference) }).optional(),
    /** Those that ended and became part of it. */
    cameFrom: z.array(z.object({ actor: reference, from: date })).optional(),
    /** `isExample`: the role was invented for the demonstration, whoever holds it. */
    roles: z.array(z.object({ goal: reference, role: z.enum(ACTOR_ROLES), note: localized.optional(), isExample: z.boolean() })),
  })
  .meta({ id: 'Actor' });
export type ActorView = z.output<typeof actorView>;

/** Every actor, in the order of the Swedish alphabet. */
export const actorList = z.object({ items: z.array(actorView) }).meta({ id: 'ActorList' });
export type ActorList = z.output<typeof actorList>;

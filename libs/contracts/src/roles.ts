import { ACTOR_KINDS, ACTOR_ROLES } from '@slusen/domain';
import * as z from 'zod';
import { localized, reference, slug } from './text.js';

/** Who does what for which goal, in one table, and where it is seen that somebody is missing or has too much. */
export const roleMatrix = z
  .object({
    /** In the order of the strategy. */
    goals: z.array(z.object({ slug, name: localized, area: reference, isExample: z.boolean() })),
    /** Those with a role or an action, by kind and then by the alphabet. */
    actors: z.array(z.object({ slug, name: localized, kind: z.enum(ACTOR_KINDS), isExample: z.boolean(), openActions: z.int() })),
    roles: z.array(z.object({ goal: slug, actor: slug, role: z.enum(ACTOR_ROLES), isExample: z.boolean() })),
    gaps: z.object({ noLead: z.array(slug), onlyMunicipality: z.array(slug), overloaded: z.array(slug) }),
  })
  .meta({ id: 'RoleMatrix' });
export type RoleMatrix = z.output<typeof roleMatrix>;

import { STATUSES } from '@slusen/domain';
import * as z from 'zod';
import { period } from './periods.js';
import { inBothLanguages, reference } from './text.js';

/** How an indicator stands for a goal: the status, and how far the outcome that it rests on lies from the target. */
const standing = z.object({
  status: z.enum(STATUSES),
  isFinal: z.boolean(),
  period: period.optional(),
  distance: inBothLanguages.optional(),
});

/** What a figure does to a goal once it is published: how its indicator stands now, and how it would. */
export const statusEffect = z.object({ goal: reference, now: standing, then: standing }).meta({ id: 'StatusEffect' });
export type StatusEffect = z.output<typeof statusEffect>;

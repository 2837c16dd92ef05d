import { FIRST_FIGURE_STEPS } from '@slusen/domain';
import * as z from 'zod';
import { period } from './periods.js';
import { reference, slug } from './text.js';

/** How far an installation has come to its first figure and its first target: told by what is there, and kept nowhere. */
export const firstFigure = z
  .object({
    done: z.array(z.enum(FIRST_FIGURE_STEPS)),
    /** The indicator that is nearest to having a figure, or has one. */
    indicator: reference.optional(),
    /** Who answers for it. */
    department: slug.optional(),
    /** The draft of the strategy that waits to be adopted, and whether it was whoever asks who proposed it. */
    proposal: z.object({ draft: z.int(), isOwn: z.boolean() }).optional(),
  })
  .meta({ id: 'FirstFigure' });
export type FirstFigure = z.output<typeof firstFigure>;

/** What is between an indicator and its first value. */
export const firstValue = z
  .object({
    /** It is given by hand: it is not computed of others, does not come by file, and has not ended. */
    isByHand: z.boolean(),
    hasValue: z.boolean(),
    /** One is with the reviewer. */
    isSubmitted: z.boolean(),
    department: reference.optional(),
    hasReporter: z.boolean(),
    /** Somebody else than who reports can review. */
    hasReviewer: z.boolean(),
    /** Whoever asks can enter it. */
    mayEnter: z.boolean(),
    /** The first one that is due; none where no value is waited for yet. */
    period: period.optional(),
  })
  .meta({ id: 'FirstValue' });
export type FirstValue = z.output<typeof firstValue>;

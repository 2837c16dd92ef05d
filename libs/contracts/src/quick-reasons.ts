import { LONGEST_QUICK_REASON, MOST_QUICK_REASONS } from '@slusen/domain';
import * as z from 'zod';
import { requiredText } from './text.js';

/** What a reviewer often writes when something is sent back: their own list, in the order they gave it. */
export const quickReasons = z
  .strictObject({ reasons: z.array(requiredText(LONGEST_QUICK_REASON)).max(MOST_QUICK_REASONS) })
  .meta({ id: 'QuickReasons' });
export type QuickReasons = z.output<typeof quickReasons>;

import { TREND_WAYS, TRENDS } from '@slusen/domain';
import * as z from 'zod';

/** A trend as it is shown: what it means, and which way its arrow points. Absent where the values allow none. */
export const trendView = z.object({ word: z.enum(TRENDS), way: z.enum(TREND_WAYS) }).meta({ id: 'Trend' });
export type TrendView = z.output<typeof trendView>;

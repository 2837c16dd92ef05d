import * as z from 'zod';
import { chartHead, indicatorDefinition, outlook, seriesPoint, targetPath } from './indicators.js';
import { draftMeasuring } from './strategy-draft.js';
import { inBothLanguages } from './text.js';

/** A target that is tried before anybody decides it; a milestone that lacks something is left out. */
export const triedTarget = draftMeasuring.meta({ id: 'TriedTarget' });
export type TriedTarget = z.output<typeof triedTarget>;

/** How things would stand with a target: its path beside the figures, the status now, what it takes and how likely it is. */
export const targetTrial = z
  .object({
    indicator: indicatorDefinition.pick({
      name: true,
      unit: true,
      decimals: true,
      cadence: true,
      aggregation: true,
      reporting: true,
      breaks: true,
    }),
    /** After the measure: the values, or the twelve months ending with each period. */
    points: z.array(
      seriesPoint
        .pick({ period: true, value: true, quality: true, margin: true, missing: true, isOngoing: true })
        .partial({ quality: true }),
    ),
    target: targetPath,
    chart: chartHead,
    /** The status that it would have today, in words. */
    status: inBothLanguages,
    outlook: outlook.omit({ goal: true }),
  })
  .meta({ id: 'TargetTrial' });
export type TargetTrial = z.output<typeof targetTrial>;

import * as z from 'zod';
import { date } from './periods.js';
import { requiredText } from './text.js';

/** A strategy file as somebody chose it; whether it is one, the reading tells. */
export const strategyFileSent = z.strictObject({ file: z.record(z.string(), z.unknown()) }).meta({ id: 'StrategyFileSent' });
export type StrategyFileSent = z.output<typeof strategyFileSent>;

/** What became of it: with faults nothing was stored; without any, so many changes were. */
export const strategyFileOutcome = z
  .object({
    faults: z.array(z.object({ path: z.array(z.union([z.string(), z.int()])), code: z.string(), text: z.string() })),
    isMore: z.boolean(),
    changes: z.int(),
  })
  .meta({ id: 'StrategyFileOutcome' });
export type StrategyFileOutcome = z.output<typeof strategyFileOutcome>;

/** Bodies that decide on a municipality's strategy. */
export const DECIDING_BODIES = ['council', 'board'] as const;

/** The decision that a strategy begun from the template rests on. */
export const templateDecision = z
  .strictObject({
    body: z.enum(DECIDING_BODIES),
    decidedOn: date,
    paragraph: requiredText(40).optional(),
    dnr: requiredText(60).optional(),
    validFrom: date,
  })
  .meta({ id: 'TemplateDecision' });
export type TemplateDecision = z.output<typeof templateDecision>;

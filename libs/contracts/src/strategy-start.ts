import * as z from 'zod';
import { date } from './periods.js';
import { localized, requiredText } from './text.js';

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

/** What the template brings: what the strategy is called and for, and its areas. */
export const strategyTemplate = z
  .object({
    name: localized,
    purpose: localized,
    areas: z.array(z.object({ slug: z.string(), name: localized, shortName: localized, description: localized })),
  })
  .meta({ id: 'StrategyTemplate' });
export type StrategyTemplate = z.output<typeof strategyTemplate>;

/** The decision that a strategy begun from the template rests on, and what the strategy is called where that is not as in the template. */
export const templateDecision = z
  .strictObject({
    name: requiredText(200).optional(),
    body: z.enum(DECIDING_BODIES),
    decidedOn: date,
    paragraph: requiredText(40).optional(),
    dnr: requiredText(60).optional(),
    validFrom: date,
  })
  .meta({ id: 'TemplateDecision' });
export type TemplateDecision = z.output<typeof templateDecision>;

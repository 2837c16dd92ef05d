import { DATED_DISPOSALS, DISPOSAL_KINDS } from '@slusen/domain';
import * as z from 'zod';
import { date, instant } from './periods.js';
import { maskPlace } from './maskings.js';
import { requiredText } from './text.js';

/** The decision without which nothing is removed: who decided, when, and its paragraph or number. */
export const disposalDecision = z
  .strictObject({ body: requiredText(200), decidedOn: date, reference: requiredText(100) })
  .meta({ id: 'DisposalDecision' });

/** Hidden places that one disposal can be about. */
const MOST_PLACES = 500;
const dated = { kind: z.enum(DATED_DISPOSALS), before: date };
/** What stands under what is hidden. */
const masked = { kind: z.literal('masked'), places: z.array(maskPlace).min(1).max(MOST_PLACES) };

/** What is to be removed: what is older than a day, or what stands under what is hidden. */
export const disposalCriterion = z.union([z.strictObject(dated), z.strictObject(masked)]).meta({ id: 'DisposalCriterion' });
export type DisposalCriterion = z.output<typeof disposalCriterion>;

/** The same with the decision. */
export const newDisposal = z
  .union([z.strictObject({ ...dated, decision: disposalDecision }), z.strictObject({ ...masked, decision: disposalDecision })])
  .meta({ id: 'NewDisposal' });
export type NewDisposal = z.output<typeof newDisposal>;

const counts = z.array(z.object({ table: z.string(), rows: z.int() }));

/** What would be removed: how many rows of which tables, and some of them. */
export const disposalPreview = z
  .object({ counts, examples: z.array(z.object({ at: instant, what: z.string() })) })
  .meta({ id: 'DisposalPreview' });
export type DisposalPreview = z.output<typeof disposalPreview>;

/** What was removed for ever, and by which decision. */
export const disposalView = z
  .object({
    id: z.int(),
    kind: z.enum(DISPOSAL_KINDS),
    at: instant,
    /** Who carried it out. */
    by: z.string(),
    decision: z.object({ body: z.string(), decidedOn: date, reference: z.string() }),
    before: date.optional(),
    /** Who it was about, by the pseudonym. */
    person: z.string().optional(),
    removed: counts,
  })
  .meta({ id: 'Disposal' });
export type DisposalView = z.output<typeof disposalView>;

/** A text that is hidden; what is kept is a figure, a decision or what was adopted, of which nothing is ever removed. */
const hiddenText = z.object({
  place: maskPlace,
  about: z.string(),
  page: z.string().optional(),
  decision: z.string(),
  at: instant,
  isKept: z.boolean(),
});

/** Every disposal, the latest first; what is hidden; and how many nightly copies are kept, which still hold what was removed. */
export const disposalList = z
  .object({ items: z.array(disposalView), hidden: z.array(hiddenText), copiesKept: z.int() })
  .meta({ id: 'DisposalList' });
export type DisposalList = z.output<typeof disposalList>;

/** The decision to reduce somebody who left to a pseudonym. */
export const newPseudonym = z.strictObject({ decision: disposalDecision }).meta({ id: 'NewPseudonym' });
export type NewPseudonym = z.output<typeof newPseudonym>;

/** What goes with the person, what stays under the pseudonym, and where the name stands in texts that people wrote. */
export const pseudonymPreview = z
  .object({
    pseudonym: z.string(),
    removed: counts,
    kept: counts,
    texts: z.array(z.object({ table: z.string(), column: z.string(), rows: z.int() })),
    copiesKept: z.int(),
  })
  .meta({ id: 'PseudonymPreview' });
export type PseudonymPreview = z.output<typeof pseudonymPreview>;

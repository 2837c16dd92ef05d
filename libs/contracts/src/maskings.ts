import { MASK_REASONS } from '@slusen/domain';
import * as z from 'zod';
import { instant, period } from './periods.js';
import { requiredText, slug } from './text.js';

/** Places that one decision can be about; more are hidden by the same decision sent again. */
const MOST_PLACES = 500;

/** A text or a figure that can be hidden: the field of a row of history. */
export const maskPlace = z
  .strictObject({
    table: z.string().regex(/^[a-z_]{1,40}$/, 'place.malformed'),
    row: z.string().regex(/^[0-9a-f/-]{1,40}$/, 'place.malformed'),
    field: z.string().regex(/^[a-z_]{1,40}$/, 'place.malformed'),
  })
  .meta({ id: 'MaskPlace' });
export type MaskPlace = z.output<typeof maskPlace>;

/** What is looked for: a text, wherever it is shown, or the figures of a period. It is sent, never part of an address: addresses are logged. */
export const maskSearch = z
  .union([z.strictObject({ text: requiredText(300).min(3, 'text.too-short') }), z.strictObject({ indicator: slug, period })])
  .meta({ id: 'MaskSearch' });
export type MaskSearch = z.output<typeof maskSearch>;

const shownAt = {
  place: maskPlace,
  /** What it belongs to, by its name in addresses. */
  about: z.string(),
  /** The address of the page that shows it, where there is one. */
  page: z.string().optional(),
  /** Whose figures: the name of the place, and the breakdown. */
  series: z.string().optional(),
  period: z.string().optional(),
  revision: z.int().optional(),
};

/** A place that shows what was looked for. */
export const maskFinding = z.object({ ...shownAt, text: z.string() }).meta({ id: 'MaskFinding' });
export type MaskFinding = z.output<typeof maskFinding>;

/** Places that show it, those of the latest revisions first; there may be more than an answer holds. */
export const maskFindings = z.object({ findings: z.array(maskFinding), isMore: z.boolean() }).meta({ id: 'MaskFindings' });
export type MaskFindings = z.output<typeof maskFindings>;

const places = z.array(maskPlace).min(1).max(MOST_PLACES);
const decision = requiredText(200);

/** A decision to hide what stands in these places. */
export const newMasking = z.strictObject({ places, reason: z.enum(MASK_REASONS), decision }).meta({ id: 'NewMasking' });
export type NewMasking = z.output<typeof newMasking>;

/** A decision to show it again. */
export const maskLifting = z.strictObject({ places, decision }).meta({ id: 'MaskLifting' });
export type MaskLifting = z.output<typeof maskLifting>;

/** Everything that is hidden now, the latest first. */
export const maskingList = z
  .object({
    hidden: z.array(z.object({ ...shownAt, reason: z.enum(MASK_REASONS), decision: z.string(), at: instant, sha256: z.string() })),
  })
  .meta({ id: 'MaskingList' });
export type MaskingList = z.output<typeof maskingList>;

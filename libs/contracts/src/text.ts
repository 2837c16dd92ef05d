import { LANGUAGES } from '@slusen/domain';
import * as z from 'zod';

/** Refuses what no database column or screen can carry: NUL and lone surrogates. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Free text of at most `max` characters, trimmed. */
export const freeText = (max: number) => z.string().trim().max(max).refine(isStorable, 'text.not-storable');

/** A text that must say something. */
export const requiredText = (max: number) => freeText(max).min(1);

export const language = z.enum(LANGUAGES);

/** A text in Swedish and, where it exists, English. */
export const localized = z.object({ sv: z.string(), en: z.string().optional() }).meta({ id: 'Localized' });

/** A name in an address: `folkmangd-31-december`. */
export const slug = z.string().max(120).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'slug.malformed');

/** A page or record to link to. */
export const reference = z.object({ slug, name: localized }).meta({ id: 'Reference' });
export type Reference = z.output<typeof reference>;

import { LANGUAGES } from '@slusen/domain';
import * as z from 'zod';
import { isStorable } from './storable.js';

/** Free text of at most `max` characters, trimmed. */
export const freeText = (max: number) => z.string().trim().max(max).refine(isStorable, 'text.not-storable');

/** A text that must say something. */
export const requiredText = (max: number) => freeText(max).min(1);

/** A text that stands on one line, as in a header of a mail. */
export const oneLine = (max: number) => requiredText(max).refine((text) => !/[\r\n\t]/.test(text), 'text.not-one-line');

/** An e-mail address, in lower case; no line ends, so that nothing can be added to a mail by it. */
export const emailAddress = z.email('email.malformed').max(254).toLowerCase();

/** What stands before an @ is read as the site, and is none: `https://scb.se@example.com`. */
function namesNobody(address: string): boolean {
  const url = URL.parse(address);
  return !url?.username && !url?.password;
}

/** The address of a page elsewhere, as somebody wrote it: what a reader sees is where it leads. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .max(1000)
  .refine(isStorable, 'text.not-storable')
  .refine(namesNobody, 'link.names-user');

/** A language of the product. */
export const language = z.enum(LANGUAGES);

/** A text in Swedish and, where it exists, English. */
export const localized = z.object({ sv: z.string(), en: z.string().optional() }).meta({ id: 'Localized' });

/** What values are counted in, and where it differs what exactly one is called. */
export const unit = localized.extend({ one: localized.optional() }).meta({ id: 'Unit' });

/** A text that is always there in both languages, since the product itself makes it. */
export const inBothLanguages = z.object({ sv: z.string(), en: z.string() });

/** A name in an address: `folkmangd-31-december`. */
export const slug = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'slug.malformed');

/** A page or record to link to. */
export const reference = z.object({ slug, name: localized }).meta({ id: 'Reference' });
export type Reference = z.output<typeof reference>;

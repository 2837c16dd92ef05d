import * as z from 'zod';

/** An address people type: where the pages are, and nothing of a path, a query or an account in it. */
const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, '');

/** A setting that is on or off. */
export const onOff = z.enum(['0', '1'], 'must be 0 or 1').transform((text) => text === '1');

/** The address of a site. */
export const siteAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with https://' })
  .refine(isOrigin, 'must be an address without path, query or account, as https://mal.example.se');

import * as z from 'zod';

/** The settings of mail, as the environment has them. */
export const MAIL_SETTINGS = {
  MAIL_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtp://USER@HOST:587 or smtps://USER@HOST' })
    .refine((text) => !/[#?\s]/.test(text), 'must have no #, ? or space; a password with one goes in MAIL_PASSWORD')
    .optional(),
  MAIL_PASSWORD: z.string().optional(),
  MAIL_FROM: z.email('must be an e-mail address').optional(),
};

/** Where mails are sent, and from whom. */
export interface MailConfig {
  readonly url: string;
  /** Any characters; undefined where it stands in the address or none is asked for. */
  readonly password: string | undefined;
  readonly from: string;
}

type Given = { readonly [Key in keyof typeof MAIL_SETTINGS]?: string | undefined };

/** Undefined where no mail server is named: mails are then shown to administrators. `refuse` gets a sentence that names the setting. */
export function mailOf(
  { MAIL_URL: url, MAIL_PASSWORD: password, MAIL_FROM: from }: Given,
  refuse: (sentence: string) => never,
): MailConfig | undefined {
  if (!url && (password || from)) refuse('MAIL_URL is missing: MAIL_FROM and MAIL_PASSWORD are of no use without a mail server.');
  if (!url) return undefined;
  return { url, password, from: from ?? refuse('MAIL_FROM is missing: mails need an address that they come from.') };
}

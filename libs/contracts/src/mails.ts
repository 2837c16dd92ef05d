import { MAIL_KINDS, MAIL_STATES } from '@slusen/domain';
import * as z from 'zod';
import { instant } from './periods.js';

/** A mail that somebody was to get, without its text. */
export const mailView = z
  .object({
    id: z.uuid(),
    kind: z.enum(MAIL_KINDS),
    state: z.enum(MAIL_STATES),
    name: z.string(),
    address: z.string(),
    subject: z.string(),
    createdAt: instant,
    sentAt: instant.optional(),
    /** What the mail server said the last time that it was not sent. */
    problem: z.string().optional(),
  })
  .meta({ id: 'Mail' });
export type MailView = z.output<typeof mailView>;

/** Mails, the latest first, and whether a mail server is named that sends them. */
export const mailList = z.object({ items: z.array(mailView), total: z.int(), hasServer: z.boolean() }).meta({ id: 'MailList' });
export type MailList = z.output<typeof mailList>;

/** The text of a mail that is not sent, with its link, for whoever hands it over. */
export const mailText = z.object({ text: z.string(), link: z.string() }).meta({ id: 'MailText' });
export type MailText = z.output<typeof mailText>;

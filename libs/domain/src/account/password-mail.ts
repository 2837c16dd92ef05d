import { momentLabel } from '../time/moment-label.js';
import { type Instant } from '../time/period.js';
import { PASSWORD_LINK_HOURS, type PasswordLinkKind } from './password-link.js';

/** What a mail with a link to choose a password says of: whose it is, where, and how long the link works. */
export interface PasswordMail {
  readonly name: string;
  readonly municipality: string;
  readonly link: string;
  readonly until: Instant;
}

/** A mail as it is read: plain words, since its reader must see where the link leads. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
}

/** Nobody knows yet which language the reader prefers, so both are there; Swedish first. */
export function passwordMail(kind: PasswordLinkKind, mail: PasswordMail): MailContent {
  return kind === 'invitation' ? invitation(mail) : reset(mail);
}

function invitation({ name, municipality, link, until }: PasswordMail): MailContent {
  const days = PASSWORD_LINK_HOURS.invitation / 24;
  return {
    subject: `Välkommen till målen i ${municipality} / Welcome`,
    text: `Hej ${name}!

Du har fått ett konto i SLUSEN, där ${municipality} följer upp sina mål. Välj ett lösenord här:

${link}

Länken fungerar en gång, till och med ${momentLabel(until, 'sv')} (${days} dagar). Har den slutat gälla ber du den som bjöd in dig om en ny.

--
Hello ${name}!

You have been given an account in SLUSEN, where ${municipality} follows up its goals. Choose a password by the link above. It works once,
until ${momentLabel(until, 'en')} (${days} days). If it has expired, ask whoever invited you for a new one.
`,
  };
}

function reset({ name, municipality, link, until }: PasswordMail): MailContent {
  return {
    subject: `Nytt lösenord till målen i ${municipality} / New password`,
    text: `Hej ${name}!

Här väljer du ett nytt lösenord till SLUSEN, där ${municipality} följer upp sina mål:

${link}

Länken fungerar en gång, till och med ${momentLabel(until, 'sv')}. Har du inte bett om ett nytt lösenord behöver du inte göra något: det
gamla gäller tills någon använder länken.

--
Hello ${name}!

Choose a new password for SLUSEN by the link above. It works once, until ${momentLabel(until, 'en')}. If you did not ask for a new password
there is nothing you need to do: the old one holds until somebody uses the link.
`,
  };
}

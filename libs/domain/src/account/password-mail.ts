import type { Language } from '../language.js';
import { momentLabel } from '../time/moment-label.js';
import { type Instant } from '../time/period.js';
import { heldRoleText, type ToldRole } from './held-role-text.js';
import { PASSWORD_LINK_HOURS, type PasswordLinkKind } from './password-link.js';

/** What a mail with a link to choose a password says of: whose it is, where, and how long the link works. */
export interface PasswordMail {
  readonly name: string;
  /** Undefined until somebody has set what it is called. */
  readonly municipality: string | undefined;
  readonly link: string;
  readonly until: Instant;
  /** What an invitation gives; of no interest with a new password. */
  readonly roles: readonly ToldRole[];
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

/** What the mail calls the pages, and whose they are as it is put after their name. */
function placeOf(municipality: string | undefined): { readonly sv: string; readonly svAside: string; readonly enAside: string } {
  if (municipality === undefined) return { sv: 'SLUSEN', svAside: '', enAside: '' };
  return {
    sv: `målen i ${municipality}`,
    svAside: `, där ${municipality} följer upp sina mål`,
    enAside: `, where ${municipality} follows up its goals`,
  };
}

/** The roles line by line, after what leads them in; nothing where there are none. */
function rolesOf(roles: readonly ToldRole[], leadIn: string, language: Language): string {
  if (roles.length === 0) return '';
  return `${leadIn}\n\n${roles.map((held) => `- ${heldRoleText(held, language)}`).join('\n')}\n\n`;
}

function invitation({ name, municipality, link, until, roles }: PasswordMail): MailContent {
  const where = placeOf(municipality);
  const days = PASSWORD_LINK_HOURS.invitation / 24;
  return {
    subject: `Välkommen till ${where.sv} / Welcome`,
    text: `Hej ${name}!

Du har fått ett konto i SLUSEN${where.svAside}.

${rolesOf(roles, 'Med det är du:', 'sv')}Välj ett lösenord här:

${link}

Länken fungerar en gång, till och med ${momentLabel(until, 'sv')} (${days} dagar). Har den slutat gälla ber du den som bjöd in dig om en ny.

--
Hello ${name}!

You have been given an account in SLUSEN${where.enAside}.

${rolesOf(roles, 'With it you are:', 'en')}Choose a password by the link above. It works once, until ${momentLabel(until, 'en')} (${days} days). If it has expired,
ask whoever invited you for a new one.
`,
  };
}

function reset({ name, municipality, link, until }: PasswordMail): MailContent {
  const where = placeOf(municipality);
  return {
    subject: `Nytt lösenord till ${where.sv} / New password`,
    text: `Hej ${name}!

Här väljer du ett nytt lösenord till SLUSEN${where.svAside}:

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

import { dateLabel } from '../time/period-label.js';
import { type IsoDate } from '../time/period.js';
import { type DeputyPeriod } from './deputy.js';
import { heldRoleText, type ToldRole } from './held-role-text.js';
import { type MailContent } from './password-mail.js';

/** That somebody stands in for another, and on which days. */
export interface DeputyMail extends DeputyPeriod {
  readonly name: string;
  /** Who is away. */
  readonly away: string;
  /** Where what is to be done stands. */
  readonly address: string;
}

/** What whoever is to stand in for somebody is told. */
export function deputyMail({ name, away, from, to, address }: DeputyMail): MailContent {
  const [first, last] = [dateLabel(from, 'sv'), dateLabel(to, 'sv')];
  return {
    subject: `Du är ersättare för ${away}`,
    text: `Hej ${name}!

Du är ersättare för ${away} från och med ${first} till och med ${last}.

Under de dagarna finns det som ${away} har att göra bland dina uppgifter, och det som är påbörjat kan du fortsätta med: ${address}

--
Hello ${name}!

You stand in for ${away} from ${dateLabel(from, 'en')} until ${dateLabel(to, 'en')}. On those days their tasks are among yours, by the link above.
`,
  };
}

/** That what somebody answered for is another's from a day on. */
export interface HandOverMail {
  readonly name: string;
  /** Who hands over. */
  readonly before: string;
  readonly day: IsoDate;
  /** What is received. */
  readonly roles: readonly ToldRole[];
  readonly address: string;
}

/** What whoever takes over is told. */
export function handOverMail({ name, before, day, roles, address }: HandOverMail): MailContent {
  return {
    subject: `Du tar över efter ${before}`,
    text: `Hej ${name}!

Från och med ${dateLabel(day, 'sv')} svarar du för det som ${before} har svarat för:

${roles.map((held) => `- ${heldRoleText(held, 'sv')}`).join('\n')}

Det som är påbörjat finns kvar med sin historik bland dina uppgifter: ${address}

--
Hello ${name}!

From ${dateLabel(day, 'en')} on you answer for what ${before} answered for, as listed above. What was begun is among your tasks, by the link above.
`,
  };
}

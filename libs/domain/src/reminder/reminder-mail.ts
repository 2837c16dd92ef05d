import { type MailContent } from '../account/password-mail.js';
import { type IsoDate } from '../time/period.js';
import { parsePeriod } from '../time/period-code.js';
import { dateLabel, periodLabel } from '../time/period-label.js';
import { type Reminded } from './notification-choice.js';

/** A figure in a mail: of what, for when, where it is entered, and until when. */
export interface FigureInMail {
  /** The name of the indicator, with the place where that is a part of the municipality. */
  readonly name: string;
  /** The code of its period. */
  readonly period: string;
  readonly address: string;
  readonly lastDay: IsoDate;
  /** The day that somebody asked to be reminded of it. */
  readonly remindOn?: IsoDate | undefined;
}

/** What waits for somebody who reviews. */
export interface QueueInMail {
  readonly count: number;
  readonly oldest: IsoDate;
  readonly address: string;
}

/** What a reminder of a day says, and to whom. */
export interface ReminderMail {
  readonly name: string;
  readonly figures: Reminded<FigureInMail>;
  readonly queue?: QueueInMail | undefined;
  /** Where everything that is to be done stands, and where one chooses what to be reminded of. */
  readonly tasksAddress: string;
  readonly choiceAddress: string;
}

/** One message for everything that somebody is to be reminded of on a day, in Swedish and, more briefly, in English. */
export function reminderMail({ name, figures, queue, tasksAddress, choiceAddress }: ReminderMail): MailContent {
  const { asked, soon, today, late } = figures;
  const count = asked.length + soon.length + today.length + late.length;
  const parts = [
    section('Försenat:', late, ({ lastDay }) => `, skulle ha lämnats in senast ${dateLabel(lastDay, 'sv')}`),
    section('I dag är sista dagen:', today),
    section('Du bad om att bli påmind i dag:', asked, ({ lastDay }) => `, senast ${dateLabel(lastDay, 'sv')}`),
    section(`Sista dagen är den ${dateLabel(soon[0]?.lastDay ?? '1970-01-01', 'sv')}:`, soon),
    ...(queue ? [queueText(queue)] : []),
  ].filter(Boolean);
  return {
    subject: subjectOf(count, queue),
    text: `Hej ${name}!

${parts.join('\n\n')}

Allt du har att göra: ${tasksAddress}
Välj själv vad du blir påmind om: ${choiceAddress}

--
Hello ${name}!

${englishOf(count, queue)} The links are above.
`,
  };
}

/** What came back, at once, with the reason. */
export function returnedMail(name: string, { figure, reason }: { readonly figure: FigureInMail; readonly reason: string }): MailContent {
  return {
    subject: `Tillbaka till dig: ${titleOf(figure)}`,
    text: `Hej ${name}!

${titleOf(figure)} har skickats tillbaka:

${reason}

Rätta och lämna in igen: ${figure.address}

--
Hello ${name}!

What you submitted was returned, for the reason above. Correct it by the link and submit it again.
`,
  };
}

/** That what one submitted is approved, for whoever wants to know. */
export function approvedMail(name: string, figure: FigureInMail): MailContent {
  return {
    subject: `Godkänt: ${titleOf(figure)}`,
    text: `Hej ${name}!

${titleOf(figure)} är godkänt.

${figure.address}

--
Hello ${name}!

What you submitted is approved.
`,
  };
}

/** A file of figures that somebody else reviewed, published or withdrew. */
export interface FileInMail {
  readonly file: string;
  readonly became: 'returned' | 'published' | 'withdrawn' | 'to-confirm';
  readonly reason?: string | undefined;
  readonly address: string;
}

const BECAME: Readonly<Record<FileInMail['became'], readonly [subject: string, sv: string, en: string]>> = {
  returned: ['Tillbaka till dig', 'har skickats tillbaka.', 'was returned.'],
  published: ['Publicerad', 'är godkänd och publicerad.', 'is approved and published.'],
  withdrawn: ['Återtagen', 'är återtagen: värdena är vad de var före den.', 'was withdrawn: the values are what they were before it.'],
  'to-confirm': [
    'Bekräfta igen',
    'godkändes, men något hade ändrats sedan du bekräftade den, så inget publicerades. Se vad den gör nu och bekräfta igen.',
    'was approved, but something had changed since you confirmed it, so nothing was published. See what it does now and confirm it again.',
  ],
};

/** What became of a file that one sent, to whoever sent it. */
export function fileMail(name: string, { file, became, reason, address }: FileInMail): MailContent {
  const [subject, sv, en] = BECAME[became];
  return {
    subject: `${subject}: ${file}`,
    text: `Hej ${name}!

${[`Filen ${file} ${sv}`, ...(reason ? [reason] : [])].join('\n\n')}

${address}

--
Hello ${name}!

The file ${file} ${en}
`,
  };
}

/** What became of a request for more time: until when, where it was granted, and why. */
export interface DecidedTime {
  readonly figure: FigureInMail;
  /** The day that was granted; absent where it was declined. */
  readonly until?: IsoDate | undefined;
  readonly reason?: string | undefined;
}

/** What was decided about more time, to whoever asked for it. */
export function timeDecidedMail(name: string, { figure, until, reason }: DecidedTime): MailContent {
  const said = until
    ? `Du har fått mer tid: sista dag är den ${dateLabel(until, 'sv')}.`
    : `Du har inte fått mer tid: sista dag är fortfarande den ${dateLabel(figure.lastDay, 'sv')}.`;
  return {
    subject: `${until ? 'Mer tid' : 'Inte mer tid'}: ${titleOf(figure)}`,
    text: `Hej ${name}!

${titleOf(figure)}

${[said, ...(reason ? [reason] : [])].join('\n\n')}

${figure.address}

--
Hello ${name}!

${until ? `You were given more time, until ${dateLabel(until, 'en')}.` : `You were not given more time. The last day is still ${dateLabel(figure.lastDay, 'en')}.`}
`,
  };
}

/** Something that was said to somebody about a figure. */
export interface AskedMail {
  readonly figure: FigureInMail;
  readonly text: string;
  readonly by: string;
  readonly isAnswer: boolean;
  /** Where one's questions stand. */
  readonly address: string;
}

/** What a colleague asks about a figure, or answers, at once. */
export function askedMail(name: string, { figure, text, by, isAnswer, address }: AskedMail): MailContent {
  return {
    subject: `${isAnswer ? 'Svar' : 'Fråga'} om ${titleOf(figure)}`,
    text: `Hej ${name}!

${by} ${isAnswer ? 'har svarat på din fråga' : 'frågar dig'} om ${titleOf(figure)}:

${text}

${isAnswer ? 'Läs' : 'Svara'}: ${address}

--
Hello ${name}!

${isAnswer ? 'Your question about a figure was answered; the answer is above.' : 'A colleague asks you about a figure; answer by the link above.'}
`,
  };
}

const titleOf = ({ name, period }: FigureInMail): string => `${name}, ${periodLabel(parsePeriod(period), 'sv')}`;

function section(heading: string, figures: readonly FigureInMail[], more: (figure: FigureInMail) => string = () => ''): string {
  if (figures.length === 0) return '';
  return [heading, ...figures.map((figure) => `– ${titleOf(figure)}${more(figure)}\n  ${figure.address}`)].join('\n');
}

function queueText({ count, oldest, address }: QueueInMail): string {
  return `${count} väntar på din granskning, den äldsta sedan ${dateLabel(oldest, 'sv')}:\n  ${address}`;
}

function subjectOf(count: number, queue: QueueInMail | undefined): string {
  const toSubmit = count === 0 ? [] : [count === 1 ? 'en uppgift att lämna in' : `${count} uppgifter att lämna in`];
  const toReview = queue ? [`${queue.count} att granska`] : [];
  return `Påminnelse: ${[...toSubmit, ...toReview].join(', ')}`;
}

function englishOf(count: number, queue: QueueInMail | undefined): string {
  const toSubmit = count === 0 ? [] : [count === 1 ? 'one figure is to be submitted' : `${count} figures are to be submitted`];
  const toReview = queue ? [queue.count === 1 ? 'one waits for your review' : `${queue.count} wait for your review`] : [];
  return `A reminder: ${[...toSubmit, ...toReview].join(', and ')}.`;
}

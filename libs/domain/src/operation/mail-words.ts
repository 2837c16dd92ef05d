import { wordIn, type Language, type Words } from '../language.js';

/** What the program writes to people about. */
export const MAIL_KINDS = [
  'invitation',
  'reset',
  'reminder',
  'returned',
  'approved',
  'deputy',
  'handed-over',
  'time-decided',
  'asked',
  'proposed',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * How far a mail has come: sent; waiting to be sent; kept to be handed over by hand, where no mail server is named; its link used; or of no
 * use any more.
 */
export const MAIL_STATES = ['sent', 'waiting', 'kept', 'used', 'over'] as const;
export type MailState = (typeof MAIL_STATES)[number];

const KINDS: Words<MailKind> = {
  invitation: ['inbjudan', 'invitation'],
  reset: ['nytt lösenord', 'new password'],
  reminder: ['påminnelse', 'reminder'],
  returned: ['tillbaka till rapportören', 'returned to the reporter'],
  approved: ['godkänt', 'approved'],
  deputy: ['ersättare', 'deputy'],
  'handed-over': ['överlämnat', 'handed over'],
  'time-decided': ['svar om mer tid', 'answer about more time'],
  asked: ['fråga om en siffra', 'question about a figure'],
  proposed: ['förslag att anta strategin', 'proposal to adopt the strategy'],
};

const STATES: Words<MailState> = {
  sent: ['skickat', 'sent'],
  waiting: ['väntar på att skickas', 'waiting to be sent'],
  kept: ['ska lämnas över för hand', 'to be handed over by hand'],
  used: ['länken har använts', 'the link has been used'],
  over: ['gäller inte längre', 'no longer valid'],
};

/** What a mail is: "inbjudan". */
export function mailKindWord(kind: MailKind, language: Language): string {
  return wordIn(KINDS[kind], language);
}

/** How far a mail has come: "skickat". */
export function mailStateWord(state: MailState, language: Language): string {
  return wordIn(STATES[state], language);
}

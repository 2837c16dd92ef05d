import { wordIn, type Language, type Words } from '../language.js';

/** What the program does by itself after a change or by the clock, one kind for each. */
export const JOB_KINDS = [
  'mail.send',
  'password.reset',
  'nightly',
  'rounds.open',
  'reminders.send',
  'reorganisation.due',
  'import.step',
  'import.clear',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

const KINDS: Words<JobKind> = {
  'mail.send': ['skicka e-post', 'send e-mail'],
  'password.reset': ['ordna nytt lösenord', 'arrange a new password'],
  'reminders.send': ['påminn om uppgifter', 'remind of tasks'],
  'rounds.open': ['öppna uppföljningsomgångar', 'open follow-up rounds'],
  nightly: ['kopiera och kontrollera allt', 'copy and check everything'],
  'import.step': ['läs in en fil med siffror', 'read in a file of figures'],
  'import.clear': ['ta bort gamla filer med siffror', 'remove old files of figures'],
  'reorganisation.due': ['genomföra planerade omorganisationer', 'carry out planned reorganisations'],
};

/** What a job does: "skicka e-post". */
export function jobWord(kind: JobKind, language: Language): string {
  return wordIn(KINDS[kind], language);
}

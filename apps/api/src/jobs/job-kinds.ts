import type { IsoDate, JobKind } from '@slusen/domain';
import type { Queue } from 'pg-boss';

/** What each kind of job needs to know: ids and addresses, never a text that somebody wrote and never a secret. */
export interface JobData extends Readonly<Record<JobKind, object>> {
  /** Sends the mail with this id. */
  readonly 'mail.send': { readonly mail: string };
  /** Writes to whoever has this address, if anybody has, so that the password can be chosen anew. */
  readonly 'password.reset': { readonly email: string };
  /** Copies and checks everything, as every night. */
  readonly nightly: { readonly night: IsoDate };
  /** Carries out the reorganisations whose day has come. */
  readonly 'reorganisation.due': { readonly day: IsoDate };
  /** Writes to everybody who is to be reminded of something on a day. */
  readonly 'reminders.send': { readonly day: IsoDate };
  /** Opens the rounds that should be there on a day by their rules. */
  readonly 'rounds.open': { readonly day: IsoDate };
  /** Checks, publishes or withdraws a file that was sent by the page, as its state says. */
  readonly 'import.step': { readonly upload: string };
  /** Removes the files that nobody went on with. */
  readonly 'import.clear': { readonly day: IsoDate };
}

/** Where a job stands that failed at every attempt, until an administrator has it tried again. */
export const GIVEN_UP = 'given-up';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
/** A job that is done is of no use, and its data may say whom it was about. */
const SOON = HOUR;

/** How each kind is tried: how often, how long after, and for how long one attempt may last. */
export const QUEUES: Readonly<Record<JobKind, Omit<Queue, 'name'>>> = {
  // For more than a day, hourly: a mail server that is away meanwhile loses nothing.
  'mail.send': { retryLimit: 36, retryDelay: 30, retryBackoff: true, retryDelayMax: HOUR, expireInSeconds: 120, deleteAfterSeconds: SOON },
  'password.reset': { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 60, deleteAfterSeconds: SOON },
  // Once more when the program was stopped in the middle of it; kept for a day, so that nobody asks for the same night again.
  'reminders.send': { retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 600, deleteAfterSeconds: DAY },
  'rounds.open': { retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 300, deleteAfterSeconds: DAY },
  nightly: { retryLimit: 1, retryDelay: 10 * 60, expireInSeconds: 4 * HOUR, deleteAfterSeconds: DAY },
  // Whoever waits for it looks at it; a process that ends in the middle is found out soon.
  'import.step': { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 600, deleteAfterSeconds: SOON },
  'import.clear': { retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 600, deleteAfterSeconds: DAY },
  // Kept as long; what a rule refuses is no failure of the job.
  'reorganisation.due': { retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: HOUR, deleteAfterSeconds: DAY },
};

/** They are kept until somebody looks: two months, and then the mail or what else it was is of no use any more. */
export const GIVEN_UP_QUEUE: Omit<Queue, 'name'> = { retentionSeconds: 60 * DAY, retryLimit: 0 };

import { addDays, daysBetween, periodEnd } from '../time/calendar.js';
import { type Instant, type IsoDate, type PeriodCadence } from '../time/period.js';
import { parsePeriod } from '../time/period-code.js';
import { stockholmDate } from '../time/stockholm.js';
import { type ROUND_ERRORS } from './round-errors.js';

/** The cadences that rounds can follow, the shortest first. */
export const ROUND_CADENCES = ['month', 'quarter', 'tertial', 'half-year', 'year'] as const satisfies readonly PeriodCadence[];

/** A follow-up round: for which period figures are asked together, from when, until when, and what becomes of them. */
export interface RoundContent {
  /** Its code, which names the round: there is one for each period. */
  readonly period: string;
  readonly opensOn: IsoDate;
  /** The last day, as everyone is told. */
  readonly dueOn: IsoDate;
  /** For how many days after it a figure is not late yet. */
  readonly graceDays: number;
  readonly reviewUntil: IsoDate;
  /** Until when what is approved waits; without one it is public at once. */
  readonly publishAt?: Instant | undefined;
  /** From which day on what the round asked for takes no figure without a reason. */
  readonly locksOn?: IsoDate | undefined;
  readonly isCancelled: boolean;
}

/** Where a round stands on a day. */
export const ROUND_STATES = ['planned', 'open', 'review', 'closed', 'locked', 'cancelled'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** What can be wrong with the days of a round. */
export type RoundFault = Exclude<keyof typeof ROUND_ERRORS, 'round.not-found' | 'round.stale' | 'round.taken'>;

/** How far from the end of its period a round can open: whoever means another year mistyped. */
const DAYS_FROM_PERIOD = 366;
/** For how long after its review a round holds figures back: whoever means longer mistyped, and nothing would tell that they never come. */
const DAYS_HELD_BACK = 366;
/** A grace of more than two months is another last day. */
export const ROUND_GRACE_DAYS = 62;

/** The day after which a figure of the round is late. */
export const lastDayOfRound = ({ dueOn, graceDays }: Pick<RoundContent, 'dueOn' | 'graceDays'>): IsoDate => addDays(dueOn, graceDays);

/** The rule that a round breaks, as its code; undefined when its days fit together. */
export function roundFault(round: RoundContent): RoundFault | undefined {
  const { period, opensOn, dueOn, reviewUntil, locksOn, publishAt } = round;
  const away = daysBetween(periodEnd(parsePeriod(period)), opensOn);
  if (Math.abs(away) > DAYS_FROM_PERIOD) return 'round.far-from-its-period';
  if (dueOn < opensOn) return 'round.due-before-it-opens';
  if (reviewUntil < lastDayOfRound(round)) return 'round.reviewed-before-it-is-due';
  if (publishAt !== undefined && stockholmDate(publishAt) < opensOn) return 'round.public-before-it-opens';
  if (publishAt !== undefined && stockholmDate(publishAt) > addDays(reviewUntil, DAYS_HELD_BACK)) return 'round.public-too-late';
  return locksOn !== undefined && locksOn <= reviewUntil ? 'round.locked-before-it-is-reviewed' : undefined;
}

/** Where a round stands on a day: planned until it opens, open until its grace is over, then under review, closed, and locked. */
export function roundState(round: RoundContent, today: IsoDate): RoundState {
  if (round.isCancelled) return 'cancelled';
  if (today < round.opensOn) return 'planned';
  if (today <= lastDayOfRound(round)) return 'open';
  if (today <= round.reviewUntil) return 'review';
  return round.locksOn !== undefined && today >= round.locksOn ? 'locked' : 'closed';
}

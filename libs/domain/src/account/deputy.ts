import { addDays } from '../time/calendar.js';
import { type IsoDate } from '../time/period.js';
import { type AccountRole } from '../strategy/actor.js';

/** For how many days somebody can stand in for another at most: a year of leave. Longer is a role of their own. */
export const DEPUTY_DAYS = 366;

/** From and until when somebody stands in for another, both included. */
export interface DeputyPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The rule that it breaks to have somebody stand in on these days, as its code; undefined when it breaks none. */
export function deputyFault(
  { from, to }: DeputyPeriod,
  today: IsoDate,
): 'deputy.backwards' | 'deputy.over' | 'deputy.too-long' | undefined {
  if (to < from) return 'deputy.backwards';
  if (to < today) return 'deputy.over';
  return to > addDays(from, DEPUTY_DAYS) ? 'deputy.too-long' : undefined;
}

/** A role that no deputy is lent: whoever manages accounts was chosen for it. */
export const NEVER_LENT = 'administrator' as const satisfies AccountRole;

import { addDays } from '../time/calendar.js';
import { type IsoDate } from '../time/period.js';
import { type RoleAssignment } from '../permission/permission.js';
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

/** Whoever works for a department can stand in for somebody who does, whichever of the two they do there. */
const OF_A_DEPARTMENT: readonly AccountRole[] = ['reporter', 'reviewer'];

/**
 * Whether somebody who is to be away may choose this person themselves: a colleague of every department that a role of theirs is for, who holds
 * their other roles already. An administrator may name anybody.
 */
export function isColleague(away: readonly RoleAssignment[], other: readonly RoleAssignment[]): boolean {
  const lent = away.filter(({ role }) => role !== NEVER_LENT);
  const isHeld = ({ role, department }: RoleAssignment): boolean =>
    department === undefined
      ? other.some((one) => one.role === role && one.department === undefined)
      : other.some((one) => one.department === department && OF_A_DEPARTMENT.includes(one.role));
  return lent.length > 0 && lent.every(isHeld);
}

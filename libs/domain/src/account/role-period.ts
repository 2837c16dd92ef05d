import { type IsoDate } from '../time/period.js';

/** For how long a role is held: from and until dates that are both included; left out: since always, until further notice. */
export interface RolePeriod {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/** Whether a role is held now, held no more, or to be held later. */
export type RoleTime = 'now' | 'over' | 'to-come';

/** When, seen from a day, a role is held. */
export function roleTime({ from, to }: RolePeriod, today: IsoDate): RoleTime {
  if (to !== undefined && to < today) return 'over';
  return from !== undefined && from > today ? 'to-come' : 'now';
}

/** The rule that a period breaks, as its code; undefined when it is one. */
export function rolePeriodFault({ from, to }: RolePeriod): 'account.role-backwards' | undefined {
  return from !== undefined && to !== undefined && to < from ? 'account.role-backwards' : undefined;
}

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

/** Whether the one period holds on every day from `today` on that the other does. */
export function covers(one: RolePeriod, other: RolePeriod, today: IsoDate): boolean {
  const beginsInTime = one.from === undefined || one.from <= today || (other.from !== undefined && one.from <= other.from);
  const lastsAsLong = one.to === undefined || (other.to !== undefined && one.to >= other.to);
  return beginsInTime && lastsAsLong;
}

/** From the day on which the first of two periods begins to the last day of either; what lies between them is in it. */
export function joined(one: RolePeriod, other: RolePeriod): RolePeriod {
  const from = one.from === undefined || other.from === undefined ? undefined : minOf(one.from, other.from);
  const to = one.to === undefined || other.to === undefined ? undefined : maxOf(one.to, other.to);
  return { from, to };
}

const minOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
const maxOf = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

/** The rule that a period breaks, as its code; undefined when it is one. */
export function rolePeriodFault({ from, to }: RolePeriod): 'account.role-backwards' | undefined {
  return from !== undefined && to !== undefined && to < from ? 'account.role-backwards' : undefined;
}

import type { GivenRole, HeldRole } from '@slusen/contracts';
import { roleTime } from '@slusen/domain';

/** A role as it is sent: the department by its name in addresses. */
export function givenOf({ department, ...held }: HeldRole): GivenRole {
  return department ? { ...held, department: department.slug } : held;
}

/** Those that are held or to come; what is over is of no interest in a list. */
export const notOver = (roles: readonly HeldRole[], today: string): readonly HeldRole[] =>
  roles.filter((held) => roleTime(held, today) !== 'over');

import type { RoleHolder } from '../identity/account-role.repository.js';

/** Whether there is somebody to enter figures, and somebody else to review them. */
export interface RolePair {
  readonly hasReporter: boolean;
  readonly hasReviewer: boolean;
}

/** Of a department, or of any where none is named; whoever reports and reviews alone reviews nothing, since four eyes are needed. */
export function rolePairOf(holders: readonly RoleHolder[], department?: string): RolePair {
  const here = holders.filter((one) => department === undefined || one.department === undefined || one.department === department);
  const [reporters, reviewers] = (['reporter', 'reviewer'] as const).map((role) => here.filter((one) => one.role === role));
  const isAnothers = (reviewer: RoleHolder) => !reporters?.length || reporters.some(({ account }) => account !== reviewer.account);
  return { hasReporter: !!reporters?.length, hasReviewer: reviewers?.some(isAnothers) ?? false };
}

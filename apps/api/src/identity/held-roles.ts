import { NEVER_LENT } from '@slusen/domain';

/**
 * SQL: every role that somebody was given, with the days that it holds, and on a day those of the people they stand in for (`for_id`). Whoever
 * is shut out has no deputy.
 */
export const heldRoles = (day: string): string => `
  (select g.id, g.account_id, g.role, g.department_id, g.valid_from, g.valid_to, null::uuid as for_id from account_role g
   union all
   select g.id, y.deputy_id, g.role, g.department_id, g.valid_from, g.valid_to, y.account_id
     from deputy y join account away on away.id = y.account_id and away.disabled_at is null join account_role g on g.account_id = y.account_id
    where g.role <> '${NEVER_LENT}' and ${day} between y.valid_from and y.valid_to)`;

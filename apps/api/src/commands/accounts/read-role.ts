import { ACCOUNT_ROLES, type AccountRole } from '@slusen/domain';
import { CommandError } from '../console/sentences.js';

/** `administrator` or `reporter:gatukontoret`; throws CommandError for a role there is not. */
export function readRole(text: string): { role: AccountRole; department?: string } {
  const [word = '', department] = text.split(/:(.*)/s);
  const role = ACCOUNT_ROLES.find((known) => known === word);
  if (!role) throw new CommandError(`There is no role "${word}"; there are ${ACCOUNT_ROLES.join(', ')}.`);
  if (department === '') throw new CommandError(`The department of the role ${role} is missing after the colon.`);
  return department === undefined ? { role } : { role, department };
}

/** A role as it is written on the command line. */
export const roleText = ({ role, department }: { role: AccountRole; department?: string | undefined }): string =>
  department ? `${role}:${department}` : role;

import { Injectable } from '@nestjs/common';
import type { AccountRow } from '../account.row.js';
import { AccountRoleRepository } from '../account-role.repository.js';

type Asked = Pick<AccountRow, 'id' | 'isDemonstration' | 'passwordHash'>;

/** Whether an account must have a second factor, or would have to. */
export type SecondFactorDuty = 'required' | 'exempt' | 'offered';

/**
 * Who must have a second factor: administrators who sign in with a password, since they can give themselves and others every right. The
 * demonstration's passwords are printed at its start, so that nothing is won there.
 */
@Injectable()
export class SecondFactorDuties {
  constructor(private readonly roles: AccountRoleRepository) {}

  async of({ id, isDemonstration, passwordHash }: Asked): Promise<SecondFactorDuty> {
    const roles = passwordHash === null ? [] : await this.roles.of(id);
    if (!roles.some(({ role }) => role === 'administrator')) return 'offered';
    return isDemonstration ? 'exempt' : 'required';
  }
}

import { Injectable } from '@nestjs/common';
import { roleTime } from '@slusen/domain';
import { Clock } from '../../platform/clock.js';
import type { AccountRow } from '../account.row.js';
import { AccountRoleRepository } from '../account-role.repository.js';

type Asked = Pick<AccountRow, 'id' | 'isDemonstration' | 'passwordHash'>;

/** Whether an account must have a second factor, or would have to. */
export type SecondFactorDuty = 'required' | 'exempt' | 'offered';

/**
 * Who must have a second factor: administrators who sign in with a password, since they can give themselves and others every right. The
 * demonstration's passwords are printed at its start, so that nothing is won there. Who becomes one on a day to come has it by then.
 */
@Injectable()
export class SecondFactorDuties {
  constructor(
    private readonly roles: AccountRoleRepository,
    private readonly clock: Clock,
  ) {}

  async of({ id, isDemonstration, passwordHash }: Asked): Promise<SecondFactorDuty> {
    const roles = passwordHash === null ? [] : await this.roles.of(id);
    const today = this.clock.today();
    if (!roles.some((held) => held.role === 'administrator' && roleTime(held, today) !== 'over')) return 'offered';
    return isDemonstration ? 'exempt' : 'required';
  }
}

import { Injectable } from '@nestjs/common';
import type { ChosenPassword, PasswordLink } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { Transactions } from '../platform/transactions.js';
import { AccountRepository } from './account.repository.js';
import type { AccountRow } from './account.row.js';
import { AuditTrail } from './audit-trail.js';
import { PasswordLinks } from './password-links.js';
import { passwordFact, Passwords } from './passwords.js';

/** Somebody chooses a password by the link that they were sent. Whoever has the link may: it is the right. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly links: PasswordLinks,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** Whose link it is; throws what `PasswordLinks.usable` throws. */
  async read(token: string): Promise<PasswordLink> {
    return this.transactions.run(async () => {
      const { kind, accountId, expiresAt } = await this.links.usable(token, { isLocked: false });
      const { name, username } = await this.account(accountId);
      return { kind, name, username, expiresAt: expiresAt.toISOString() };
    });
  }

  /** Every session of the account ends, and every other link. Throws what `PasswordLinks.usable` throws; of two at once, one succeeds. */
  async choose({ token, password }: ChosenPassword): Promise<void> {
    await this.links.usable(token, { isLocked: false });
    const passwordHash = await this.passwords.hash(password);
    await this.transactions.run(async () => {
      const link = await this.links.usable(token, { isLocked: true });
      const { id } = await this.account(link.accountId);
      await this.accounts.setPassword(id, passwordHash);
      await this.links.use(link);
      const facts = { password: passwordFact(passwordHash), link: link.kind };
      await this.audit.record({ action: 'account.choose-password', subject: `account:${id}`, by: id, facts });
    });
  }

  private async account(id: string): Promise<AccountRow> {
    const account = await this.accounts.lock({ id });
    if (!account || account.disabledAt) throw new DomainError('link.replaced');
    return account;
  }
}

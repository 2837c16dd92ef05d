import { Injectable } from '@nestjs/common';
import { ACCOUNT_ROLES, addDays, endOfStockholmDay, isAllowed, proposalMail } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { AccountRoleRepository, type RoleHolder } from '../identity/account-role.repository.js';
import { Post } from '../mail/post.js';
import { Clock } from '../platform/clock.js';
import { Settings } from '../platform/settings.js';

/** The roles that adopt a strategy. */
const ADOPTING = ACCOUNT_ROLES.filter((role) => isAllowed({ id: '', roles: [{ role }] }, 'strategy.adopt') === 'allowed');
/** For how many days a proposal is news. */
const NEWS_DAYS = 30;

/** Those who can adopt what somebody else proposed. */
@Injectable()
export class Adopters {
  constructor(
    private readonly roles: AccountRoleRepository,
    private readonly post: Post,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Each once, by name; never whoever proposed it. */
  async besides(proposedBy: string): Promise<RoleHolder[]> {
    const holders = (await this.roles.holders(ADOPTING)).filter(({ account }) => account !== proposedBy);
    return [...new Map(holders.map((holder) => [holder.account, holder])).values()];
  }

  /** In a transaction: writes to them that a draft waits for them. */
  async tell(by: Pick<Account, 'id' | 'name'>, draft: { readonly id: number; readonly title: string }): Promise<void> {
    const address = String(new URL(`/administration/strategi/${draft.id}`, this.settings.config.publicUrl));
    const usefulUntil = endOfStockholmDay(addDays(this.clock.today(), NEWS_DAYS));
    for (const { account, name, email } of await this.besides(by.id)) {
      if (!email) continue;
      const content = proposalMail({ name, by: by.name, draft: draft.title, address });
      await this.post.ask({ kind: 'proposed', accountId: account, address: email, usefulUntil, ...content });
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { FirstValue } from '@slusen/contracts';
import { AwaitedTasksQuery } from '../entries/awaited-tasks.query.js';
import { AccountRoleRepository } from '../identity/account-role.repository.js';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { statement, Statements } from '../platform/statements.js';
import { rolePairOf } from './role-pair.js';

interface Standing {
  readonly has_value: boolean;
  readonly is_submitted: boolean;
}

const STANDING = statement({
  name: 'first-value.standing',
  text: `
    select exists (select from series_head h join observation o on o.series_id = h.id where h.indicator_id = $1) as has_value,
           exists (select from series_head h join entry e on e.series_id = h.id where h.indicator_id = $1 and e.state = 'submitted') as is_submitted`,
});

/** What is between an indicator and its first value: who answers for it, who enters it and who reviews it, and of which period it is. */
@Injectable()
export class FirstValueQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorQuery,
    private readonly awaited: AwaitedTasksQuery,
    private readonly roles: AccountRoleRepository,
    private readonly statements: Statements,
  ) {}

  /** Throws `indicator.not-found`. */
  async of({ account, asOf }: Acting, slug: string): Promise<FirstValue> {
    this.permissions.require(account, 'data-health.read');
    const indicator = await this.indicators.bySlug(slug, asOf);
    const { id, owner, rules, formula, ending } = indicator;
    const [standing] = await this.statements.rows<Standing>(STANDING, [id]);
    const [task] = await this.awaited.at([indicator], asOf);
    const holders = owner ? await this.roles.holders(['reporter', 'reviewer']) : [];
    return {
      isByHand: !formula && !ending && !rules.officialStatistics,
      hasValue: standing?.has_value ?? false,
      isSubmitted: standing?.is_submitted ?? false,
      department: owner && { slug: owner.slug, name: owner.name },
      ...rolePairOf(holders, owner?.slug),
      mayEnter: owner !== undefined && this.permissions.may(account, 'entry.save', { department: owner.slug }),
      period: task?.period,
    };
  }
}

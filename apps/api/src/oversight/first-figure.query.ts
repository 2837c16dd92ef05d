import { Injectable } from '@nestjs/common';
import type { FirstFigure } from '@slusen/contracts';
import { FIRST_FIGURE_STEPS, isIdentified, type FirstFigureStep } from '@slusen/domain';
import { AccountRoleRepository } from '../identity/account-role.repository.js';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { statement, Statements } from '../platform/statements.js';
import { SiteQuery } from '../settings/site.query.js';
import { rolePairOf } from './role-pair.js';

/** What of an installation is there, besides people and its name. */
interface Beginnings {
  readonly strategy: boolean;
  readonly target: boolean;
  readonly figure: boolean;
  readonly published: boolean;
  /** The indicator that has come the furthest, and among those the latest. */
  readonly indicator: string | null;
  /** The draft of a strategy that was proposed the latest, and who did. */
  readonly draft: number | null;
  readonly proposed_by: string | null;
}

const BEGINNINGS = statement({
  name: 'first-figure.beginnings',
  text: `
    select exists (select from strategy) as strategy,
           exists (select from target where kind in ('point', 'band')) as target,
           exists (select from entry where state in ('submitted', 'approved')) or exists (select from observation) as figure,
           exists (select from observation) as published,
           (select i.slug from indicator i
             order by exists (select from series_head h join observation o on o.series_id = h.id where h.indicator_id = i.id) desc,
                      exists (select from series_head h join entry e on e.series_id = h.id where h.indicator_id = i.id) desc, i.id desc
             limit 1) as indicator,
           proposed.id as draft, proposed.proposed_by_id as proposed_by
      from (select) one
      left join (select id, proposed_by_id from strategy_draft where state = 'proposed' order by updated_at desc limit 1) proposed on true`,
});

/** How far an installation has come to its first figure: what leads through the first hour, after there is somebody to lead. */
@Injectable()
export class FirstFigureQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly site: SiteQuery,
    private readonly roles: AccountRoleRepository,
    private readonly indicators: IndicatorQuery,
    private readonly statements: Statements,
  ) {}

  async run({ account, asOf }: Acting): Promise<FirstFigure> {
    this.permissions.require(account, 'data-health.read');
    const [there] = await this.statements.rows<Beginnings>(BEGINNINGS);
    if (!there) throw new Error('A question of what is there has an answer');
    const { sources } = await this.site.run();
    const { hasReporter, hasReviewer } = rolePairOf(await this.roles.holders(['reporter', 'reviewer']));
    const isDone: Readonly<Record<FirstFigureStep, boolean>> = {
      ...{ municipality: isIdentified(sources), strategy: there.strategy, target: there.target },
      ...{ indicator: there.indicator !== null, reporter: hasReporter, reviewer: hasReviewer },
      ...{ figure: there.figure, published: there.published },
    };
    const done = FIRST_FIGURE_STEPS.filter((step) => isDone[step]);
    const proposal = there.draft === null ? {} : { proposal: { draft: there.draft, isOwn: there.proposed_by === account.id } };
    if (there.indicator === null) return { done, ...proposal };
    const { slug, name, owner } = await this.indicators.bySlug(there.indicator, asOf);
    return { done, indicator: { slug, name }, department: owner?.slug, ...proposal };
  }
}

import { Injectable } from '@nestjs/common';
import { BREAK_WORDING, breakFaults, differencesOf, DomainError, type BreakContent, type DefinitionContent } from '@slusen/domain';
import type { Amendment } from '../identity/amendment.js';
import { Permissions } from '../identity/permissions.js';
import { requireSound } from '../platform/invalid-input.js';
import { nextRevision, requireLatest, type Revised } from '../platform/revisions.js';
import { IndicatorRepository, type KnownBreak } from './indicator.repository.js';

/** Where an indicator's series breaks, or does not after all. */
interface BreakPlace {
  readonly indicator: string;
  /** The revision of the break that it was made from (0: there was none); undefined when whoever breaks has just read the latest. */
  readonly expected?: number | undefined;
}
/** A break with what it says. */
export interface BreakOrder extends BreakPlace {
  readonly content: BreakContent;
}
/** A break that is to be none. */
export interface MendOrder extends BreakPlace {
  readonly firstPeriod: string;
}

/** Says from which period on an indicator's figures cannot be compared with those before, or that they can after all. */
@Injectable()
export class BreakSeries {
  constructor(
    private readonly permissions: Permissions,
    private readonly indicators: IndicatorRepository,
  ) {}

  /**
   * A new break of a series without figures gives its own reason. Where there are figures it takes statuses and trends away, so that is told
   * and asked for, as when a break that is there says otherwise. Throws `indicator.not-found`, `revision.stale`, InvalidInput.
   */
  async break(amendment: Amendment, { content, ...place }: BreakOrder): Promise<void> {
    const { indicator, there } = await this.find(amendment, { ...place, firstPeriod: content.firstPeriod });
    requireSound(breakFaults([content], indicator.content));
    const before = there?.isWithdrawn ? undefined : there?.content;
    const isFelt = there !== undefined || (await this.indicators.hasFigures(indicator.id));
    const need = isFelt ? 'reason' : 'nothing';
    const change = {
      kind: 'series-break',
      subject: subjectOf(indicator, content.firstPeriod),
      isNew: before === undefined && !isFelt,
      need,
      differences: isFelt ? differencesOf(BREAK_WORDING, [before, content]) : [],
    } as const;
    if (!amendment.permits(change)) return;
    const next = { indicatorId: indicator.id, revision: nextRevision(there), isWithdrawn: false, content };
    await this.indicators.insertBreak(next, amendment.columns(need));
  }

  /** Throws `indicator.not-found`, `revision.stale`, `series-break.not-found`. */
  async withdraw(amendment: Amendment, order: MendOrder): Promise<void> {
    const { indicator, there } = await this.find(amendment, order);
    const { firstPeriod } = order;
    if (!there || there.isWithdrawn) throw new DomainError('series-break.not-found', { indicator: order.indicator, period: firstPeriod });
    const differences = differencesOf(BREAK_WORDING, [there.content, undefined]);
    if (!amendment.permits({ kind: 'series-break', subject: subjectOf(indicator, firstPeriod), need: 'reason', differences })) return;
    const next = { ...there, indicatorId: indicator.id, revision: nextRevision(there), isWithdrawn: true };
    await this.indicators.insertBreak(next, amendment.columns('reason'));
  }

  private async find(
    { by }: Amendment,
    { indicator: slug, firstPeriod, expected }: MendOrder,
  ): Promise<{ indicator: Revised<DefinitionContent>; there: KnownBreak | undefined }> {
    this.permissions.require(by, 'series.break');
    const indicator = await this.indicators.definition(slug);
    if (!indicator) throw new DomainError('indicator.not-found', { indicator: slug });
    const breaks = await this.indicators.breaks(indicator.id);
    const there = breaks.find(({ content }) => content.firstPeriod === firstPeriod);
    requireLatest(there?.revision ?? 0, expected);
    return { indicator, there };
  }
}

const subjectOf = ({ content }: Revised<DefinitionContent>, firstPeriod: string): string =>
  `${content.name.sv}, brott i serien från ${firstPeriod}`;

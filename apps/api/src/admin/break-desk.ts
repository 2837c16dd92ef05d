import { Injectable } from '@nestjs/common';
import type { BreakDecision, BreakInForce, BreaksInForce } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { BreakSeries } from '../indicators/break-series.js';
import { IndicatorRepository } from '../indicators/indicator.repository.js';
import type { RequestKey } from '../platform/preconditions.js';
import { Amending } from '../observations/amending.js';

/** Which break a request is about, by which revision it was made from (0: there was none), and its name for what it wants done. */
export interface BreakRequest {
  readonly slug: string;
  readonly firstPeriod: string;
  readonly revision: number;
  readonly key: RequestKey;
}

/** Breaks of series as a screen marks them and takes them back. */
@Injectable()
export class BreakDesk {
  constructor(
    private readonly amending: Amending,
    private readonly indicators: IndicatorRepository,
    private readonly series: BreakSeries,
  ) {}

  /** Throws `indicator.not-found`. */
  async read(slug: string): Promise<BreaksInForce> {
    const id = await this.indicators.id(slug);
    if (id === undefined) throw new DomainError('indicator.not-found', { indicator: slug });
    const all = await this.indicators.breaks(id);
    return { indicator: slug, breaks: all.map(({ content, revision, isWithdrawn }) => ({ ...content, revision, isWithdrawn })) };
  }

  /** Throws `indicator.not-found`, `series-break.not-found`. */
  async one(slug: string, period: string): Promise<BreakInForce> {
    const { breaks } = await this.read(slug);
    const there = breaks.find(({ firstPeriod }) => firstPeriod === period);
    if (!there) throw new DomainError('series-break.not-found', { indicator: slug, period });
    return there;
  }

  /** Returns the break as it then is. Throws as `BreakSeries` does. */
  decide(by: Account, { slug, firstPeriod, revision, key }: BreakRequest, sent: BreakDecision): Promise<BreakInForce> {
    const { breaking, reason, decision } = sent;
    const order = { by, record: { reason, decision }, action: 'series.break', subject: `indicator:${slug}` };
    const place = { indicator: slug, expected: revision };
    return this.amending.amendOnce(order, key, async (amendment) => {
      if (breaking.kind === 'none') await this.series.withdraw(amendment, { ...place, firstPeriod });
      else {
        const content = { firstPeriod, reason: breaking.reason, decision: breaking.decision };
        await this.series.break(amendment, { ...place, content });
      }
      return this.one(slug, firstPeriod);
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { EntryView, NewEntry } from '@slusen/contracts';
import { DomainError, periodCode, startEntry, type Period } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Acting } from '../identity/acting.js';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { Settings } from '../platform/settings.js';
import { enterablePeriod } from './enterable-period.js';
import { EntryWrites } from './entry-writes.js';

/** Records a figure for the first time: a draft of its author's. */
@Injectable()
export class RecordEntry {
  constructor(
    private readonly indicators: IndicatorQuery,
    private readonly writes: EntryWrites,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Throws `indicator.not-found`, `territory.not-found`, `period.wrong-cadence`, `period.not-begun` or `entry.exists`. */
  async run(acting: Acting, key: RequestKey, input: NewEntry): Promise<EntryView> {
    const { account, asOf } = acting;
    const { indicator: slug, period: code, territory, breakdown = '', ...figure } = input;
    const indicator = await this.indicators.bySlug(slug, asOf);
    this.writes.permissions.require(account, 'entry.save', { department: indicator.owner?.slug });
    const period = enterablePeriod(code, indicator.rules, asOf.today);
    return this.idempotency.run(account.id, key, async (manager) => {
      const place = { indicator, period, territory: territory ?? this.settings.territory, breakdown };
      const series = await this.openSeries(manager, place);
      const identity = { ...place, id: randomUUID(), indicator: slug, department: indicator.owner?.slug ?? '' };
      const begun = startEntry(identity, figure, { by: account.id, at: this.clock.now().toISOString() });
      const isCorrection = await this.writes.hasApproved(manager, series.id, period);
      await this.writes.entries.create(manager, begun, { seriesId: series.id, isCorrection });
      return this.writes.view(acting, await this.writes.audited(manager, begun), manager);
    });
  }

  /** Locks the series, so that two people who begin the same figure at once do not both get a draft. */
  private async openSeries(manager: EntityManager, place: { indicator: Indicator; period: Period; territory: string; breakdown: string }) {
    const territoryId = await this.writes.observations.territoryId(manager, place.territory);
    if (territoryId === undefined) throw new DomainError('territory.not-found', { territory: place.territory });
    const series = await this.writes.observations.lockSeries(manager, {
      indicatorId: place.indicator.id,
      territoryId,
      breakdown: place.breakdown,
    });
    const open = await this.writes.entries.openFor(manager, series.id, periodCode(place.period));
    if (open) throw new DomainError('entry.exists', { entry: open });
    return series;
  }
}

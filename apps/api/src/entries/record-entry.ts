import { Injectable } from '@nestjs/common';
import type { EntryView, NewEntry } from '@slusen/contracts';
import { startEntry } from '@slusen/domain';
import { randomUUID } from 'node:crypto';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { checkFigure, refusePart } from './check-figure.js';
import { enterablePeriod } from './enterable-period.js';
import { EntryChanges } from './entry-changes.js';
import { EntryPlaces } from './entry-places.js';
import { EntryViewQuery } from './entry-view.query.js';
import { inPlaceOf, takenBy } from './stored-entry.js';

/** Records a figure for the first time: a draft of its author's. */
@Injectable()
export class RecordEntry {
  constructor(
    private readonly permissions: Permissions,
    private readonly idempotency: Idempotency,
    private readonly places: EntryPlaces,
    private readonly changes: EntryChanges,
    private readonly views: EntryViewQuery,
  ) {}

  /** Throws `indicator.not-found`, `territory.not-found`, `period.wrong-cadence`, `period.not-begun` or `entry.exists`. */
  async record(acting: Acting, key: RequestKey, input: NewEntry): Promise<EntryView> {
    const { account, asOf, at } = acting;
    const { indicator: slug, period: code, territory, breakdown = '', ...figure } = input;
    const indicator = await (await this.views.definitions(asOf))(slug);
    const department = indicator.owner?.slug;
    this.permissions.require(account, 'entry.save', { department });
    const period = enterablePeriod(code, indicator, asOf.today);
    refusePart(breakdown, indicator);
    checkFigure(figure, indicator);
    return this.idempotency.run(account.id, key, async () => {
      const place = await this.places.open({ indicatorId: indicator.id, period, territory, breakdown });
      const identity = { id: randomUUID(), indicator: slug, department: department ?? '', territory: place.territory, breakdown, period };
      const begun = startEntry(identity, figure, { by: account.id, inPlaceOf: inPlaceOf(), at });
      const entry = await this.changes.create(begun, { seriesId: place.series.id, isCorrection: place.replaces !== undefined });
      return this.views.view(acting, { ...place, entry, ...takenBy(account) }, indicator);
    });
  }
}

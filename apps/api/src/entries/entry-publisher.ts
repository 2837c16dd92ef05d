import { Injectable } from '@nestjs/common';
import type { Entry } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { Publications } from '../observations/publications.js';
import type { AsOf } from '../platform/as-of.js';
import { Clock } from '../platform/clock.js';
import { EntryWrites } from './entry-writes.js';
import type { StoredEntry } from './entry.repository.js';

/** Turns an approved entry into the next revision of its figure. */
@Injectable()
export class EntryPublisher {
  constructor(
    private readonly writes: EntryWrites,
    private readonly indicators: IndicatorQuery,
    private readonly publications: Publications,
    private readonly clock: Clock,
  ) {}

  /** Appends the revision, then the audit event seals both; the caller holds the series' lock. Gives the entry as it was recorded. */
  async publish(manager: EntityManager, { entry, series }: StoredEntry, asOf: AsOf): Promise<Entry> {
    const indicator = await this.indicators.bySlug(entry.indicator, asOf);
    const revision = await this.writes.observations.append(manager, series.id, {
      ...entry.figure,
      period: entry.period,
      provenance: indicator.isExample ? 'example' : 'exact',
      source: sourceOf(entry, indicator),
      entryId: entry.id,
      departmentId: indicator.owner?.id,
      publishAt: this.clock.now(),
    });
    await this.publications.tellOthers(manager, { indicators: [indicator.slug] });
    return this.writes.audited(manager, entry, { revision });
  }

  /** Tells this process, after the commit, that pages about the indicator are out of date. */
  announce(indicator: string): void {
    this.publications.announce({ indicators: [indicator] });
  }
}

const sourceOf = ({ figure }: Entry, { source }: Indicator): string => figure.sourceNote ?? source.name;

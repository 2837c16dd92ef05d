import { Injectable } from '@nestjs/common';
import { publishedProvenance, type Entry } from '@slusen/domain';
import type { Indicator } from '../indicators/indicator.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { Publications } from '../observations/publications.js';
import type { StoredEntry } from './stored-entry.js';

/** Turns an approved entry into the next revision of its figure. */
@Injectable()
export class EntryPublisher {
  constructor(
    private readonly observations: ObservationRepository,
    private readonly publications: Publications,
  ) {}

  /**
   * Appends the revision and tells other processes with the commit; the caller holds the series' lock. What replaces a figure that still waits
   * for its time waits as long. Gives the revision's number.
   */
  async publish(entry: Entry, { stored, indicator, at }: { stored: StoredEntry; indicator: Indicator; at: string }): Promise<number> {
    const { figure } = entry;
    const revision = await this.observations.append(stored.series.id, {
      ...figure,
      period: entry.period,
      provenance: publishedProvenance(figure, { isExample: indicator.isExample, replaces: stored.replaces }),
      source: figure.sourceNote ?? indicator.source.name,
      entryId: entry.id,
      departmentId: indicator.owner?.id,
      finalEarly: figure.quality === 'final' && figure.answers.some(({ kind }) => kind === 'early') ? true : undefined,
      publishAt: new Date(Math.max(Date.parse(at), Date.parse(stored.replaces?.publishAt ?? at))),
    });
    await this.publications.tellOthers({ indicators: [indicator.slug] });
    return revision;
  }

  /** Tells this process, after the commit, that pages about the indicator are out of date. */
  announce(indicator: string): void {
    this.publications.announce({ indicators: [indicator] });
  }
}

import { Injectable } from '@nestjs/common';
import type { EntryStep, EntryView } from '@slusen/contracts';
import { advance, type Entry } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import type { Account } from '../identity/account.js';
import type { Indicator } from '../indicators/indicator.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { Publications } from '../observations/publications.js';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { EntryWrites } from './entry-writes.js';
import type { StoredEntry } from './entry.repository.js';
import { PlausibilityQuery } from './plausibility.query.js';

/** What a step is asked for: on which entry, in which version, with which key. */
export interface StepRequest {
  readonly id: string;
  readonly version: number;
  readonly key: RequestKey;
}

/** Moves an entry one step through the workflow; an approval becomes the next revision in the same transaction. */
@Injectable()
export class StepEntry {
  constructor(
    private readonly writes: EntryWrites,
    private readonly indicators: IndicatorQuery,
    private readonly plausibility: PlausibilityQuery,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly publications: Publications,
  ) {}

  async run(account: Account, { id, version, key }: StepRequest, step: EntryStep): Promise<EntryView> {
    const view = await this.idempotency.run(account.id, key, async (manager) => {
      const allow = (entry: Entry) => this.writes.permissions.require(account, `entry.${step.action}`, entry);
      const stored = await this.writes.entries.change(manager, { id, version, allow }, (found) => this.advanced(account, found, step, manager));
      if (step.action === 'approve') await this.publish(manager, stored);
      else await this.writes.audited(manager, stored.entry);
      return this.writes.view(account, stored.entry, manager);
    });
    if (step.action === 'approve') this.publications.announce({ indicators: [view.indicator.slug] });
    return view;
  }

  private async advanced(account: Account, { entry, series }: StoredEntry, step: EntryStep, manager: EntityManager): Promise<Entry> {
    // Before anything is written: a series is locked before the record, here as where a figure is begun.
    if (step.action === 'approve') await this.writes.observations.lockSeries(manager, { ...series, breakdown: entry.breakdown });
    const indicator = await this.indicators.bySlug(entry.indicator);
    const asked = await this.plausibility.run({ ...entry, indicator });
    const corrects = await this.writes.hasApproved(manager, series.id, entry.period);
    return advance(entry, { ...step, by: account.id, at: this.clock.now().toISOString() }, { questions: asked, corrects, locked: false });
  }

  /** The approved figure becomes the next revision, then the audit event seals both. */
  private async publish(manager: EntityManager, { entry, series }: StoredEntry): Promise<void> {
    const indicator = await this.indicators.bySlug(entry.indicator);
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
    await this.writes.audited(manager, entry, { revision });
  }
}

const sourceOf = ({ figure }: Entry, { source }: Indicator): string => figure.sourceNote ?? source.name;

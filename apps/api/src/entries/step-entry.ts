import { Injectable } from '@nestjs/common';
import type { EntryStep, EntryView } from '@slusen/contracts';
import { advance, type Entry } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import type { Acting } from '../identity/acting.js';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { EntryPublisher } from './entry-publisher.js';
import { EntryWrites } from './entry-writes.js';
import type { StoredEntry } from './entry.repository.js';
import { PlausibilityQuery } from './plausibility.query.js';

/** What a step is asked for: on which entry, in which version, with which key. */
export interface StepRequest {
  readonly id: string;
  readonly version: number;
  readonly key: RequestKey;
}

/** A step under way: who takes it, in which transaction. */
interface Step {
  readonly acting: Acting;
  readonly step: EntryStep;
  readonly manager: EntityManager;
}

/** Moves an entry one step through the workflow; an approval becomes the next revision in the same transaction. */
@Injectable()
export class StepEntry {
  constructor(
    private readonly writes: EntryWrites,
    private readonly plausibility: PlausibilityQuery,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly publisher: EntryPublisher,
  ) {}

  async run(acting: Acting, { id, version, key }: StepRequest, step: EntryStep): Promise<EntryView> {
    const view = await this.idempotency.run(acting.account.id, key, async (manager) => {
      const allow = (entry: Entry) => this.writes.permissions.require(acting.account, `entry.${step.action}`, entry);
      const stored = await this.writes.entries.change(manager, { id, version, allow }, (found) =>
        this.advanced(found, { acting, step, manager }),
      );
      const isApproval = step.action === 'approve';
      const entry = isApproval
        ? await this.publisher.publish(manager, stored, acting.asOf)
        : await this.writes.audited(manager, stored.entry);
      return this.writes.view(acting, entry, manager);
    });
    if (step.action === 'approve') this.publisher.announce(view.indicator.slug);
    return view;
  }

  private async advanced({ entry, series }: StoredEntry, { acting, step, manager }: Step): Promise<Entry> {
    // Before anything is written: a series is locked before the record, here as where a figure is begun.
    if (step.action === 'approve') await this.writes.observations.lockSeries(manager, { ...series, breakdown: entry.breakdown });
    const asked = await this.plausibility.ofEntry(entry, acting.asOf);
    const corrects = await this.writes.hasApproved(manager, series.id, entry.period);
    return advance(
      entry,
      { ...step, by: acting.account.id, at: this.clock.now().toISOString() },
      { questions: asked, corrects, locked: false },
    );
  }
}

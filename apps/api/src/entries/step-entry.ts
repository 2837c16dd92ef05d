import { Injectable } from '@nestjs/common';
import type { EntryStep, EntryView } from '@slusen/contracts';
import { advance, periodCode, stepInPlaceOf, type EntryStepAction } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { awayAmong, Permissions, policyAccount } from '../identity/permissions.js';
import { standIn } from '../identity/standing-in.js';
import type { Indicator } from '../indicators/indicator.js';
import type { AsOf } from '../platform/as-of.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { requireWhole } from './check-figure.js';
import { enterablePeriod } from './enterable-period.js';
import { EntryChanges } from './entry-changes.js';
import { EntryPublisher } from './entry-publisher.js';
import { entryView } from './entry-view.js';
import { EntryViewQuery } from './entry-view.query.js';
import { inPlaceOf, takenBy, type StoredEntry } from './stored-entry.js';

/** Steps on the way to the public: the indicator must still be measured in the period, however it was defined when the entry was begun. */
const TOWARDS_THE_PUBLIC: readonly EntryStepAction[] = ['submit', 'approve'];

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
    private readonly permissions: Permissions,
    private readonly idempotency: Idempotency,
    private readonly changes: EntryChanges,
    private readonly views: EntryViewQuery,
    private readonly publisher: EntryPublisher,
  ) {}

  async take(acting: Acting, { id, version, key }: StepRequest, step: EntryStep): Promise<EntryView> {
    const { account, asOf, at } = acting;
    const isApproval = step.action === 'approve';
    const [definitionOf, termsOf] = await Promise.all([this.views.definitions(asOf), this.publisher.terms(acting)]);
    const view = await this.idempotency.run(account.id, key, async () => {
      const stored = await this.changes.lock(id, { withSeries: isApproval });
      this.permissions.require(account, `entry.${step.action}`, stored.entry);
      standIn(awayAmong(account, stepInPlaceOf(policyAccount(account), step.action, stored.entry)));
      const indicator = await definitionOf(stored.entry.indicator);
      if (TOWARDS_THE_PUBLIC.includes(step.action)) this.requireMeasured(stored, indicator, asOf);
      const { locked, publicFrom } = termsOf(stored.entry.period, indicator);
      const asked = await this.views.asked(stored, indicator, asOf);
      const context = { questions: asked, replaces: stored.replaces, locked };
      const publish = { stored, indicator, publicFrom };
      const entry = await this.changes.change(
        { id, version, stored },
        {
          step: (before) => advance(before, { ...step, by: account.id, inPlaceOf: inPlaceOf(), at }, context),
          ...(isApproval ? { also: async (approved) => ({ revision: await this.publisher.publish(approved, publish) }) } : {}),
        },
      );
      // What is published now is another figure.
      if (isApproval) return this.views.again(acting, id, indicator);
      return entryView(account, { ...stored, entry, ...takenBy(account, stored) }, { indicator, asked });
    });
    if (isApproval) this.publisher.announce(view.indicator.slug);
    return view;
  }

  /** It may be defined otherwise than when the entry was begun: measured in other periods, broken down into other parts. */
  private requireMeasured({ entry }: StoredEntry, indicator: Indicator, { today }: AsOf): void {
    enterablePeriod(periodCode(entry.period), indicator, today);
    requireWhole(entry, indicator);
  }
}

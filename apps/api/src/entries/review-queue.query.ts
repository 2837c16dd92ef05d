import { Injectable } from '@nestjs/common';
import type { EntryView, QueueItem, ReviewQueue } from '@slusen/contracts';
import { departmentsFor, earlierPoints, isOwnEntry, kindOfEntry, lendersOf, periodCode } from '@slusen/domain';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Account } from '../identity/account.js';
import type { Acting } from '../identity/acting.js';
import { awayAmong, policyAccount } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import type { AsOf } from '../platform/as-of.js';
import { statement, Statements } from '../platform/statements.js';
import { entryView, type ShownBeside } from './entry-view.js';
import { placedFigure } from './entry-view.query.js';
import { EntryRepository } from './entry.repository.js';
import { PlausibilityQuery } from './plausibility.query.js';
import type { StoredEntry } from './stored-entry.js';

const WAITING = statement({
  name: 'queue.waiting',
  text: `
    select e.id, count(*) over () as total
      from entry e
      join series_head h on h.id = e.series_id
      join lateral (select owner_id from indicator_definition d where d.indicator_id = h.indicator_id order by revision desc limit 1) d on true
      join actor a on a.id = d.owner_id
     where e.state = 'submitted' and ($1::text[] is null or a.slug = any($1))
     order by e.submitted_at, e.id
     limit $2 offset $3`,
});

/** An entry that waits, with what its reviewer compares it with. */
interface Waiting extends ShownBeside {
  readonly stored: StoredEntry;
}

/** What waits for review in the account's departments, longest waiting first: three statements, however many wait. */
@Injectable()
export class ReviewQueueQuery {
  constructor(
    private readonly statements: Statements,
    private readonly entries: EntryRepository,
    private readonly indicators: IndicatorMemory,
    private readonly plausibility: PlausibilityQuery,
  ) {}

  async ofDepartments({ account, asOf }: Acting, { limit, offset }: { limit: number; offset: number }): Promise<ReviewQueue> {
    const departments = departmentsFor(policyAccount(account), 'queue.read');
    const lines = await this.statements.rows<{ id: string; total: number }>(WAITING, [
      departments === 'all' ? null : departments,
      limit,
      offset,
    ]);
    const waiting = await this.waiting(
      lines.map(({ id }) => id),
      asOf,
    );
    return { items: waiting.map((one) => itemOf(account, one)), total: lines[0]?.total ?? 0, limit, offset };
  }

  private async waiting(ids: readonly string[], asOf: AsOf): Promise<Waiting[]> {
    if (ids.length === 0) return [];
    const [found, definitions] = await Promise.all([this.entries.findAll(ids), this.indicators.bySlug(asOf)]);
    const defined = found.flatMap((stored) => {
      const indicator = definitions.get(stored.entry.indicator);
      return indicator ? [{ stored, indicator }] : [];
    });
    const asked = await this.plausibility.ofFigures(
      defined.map(({ stored, indicator }) => placedFigure(stored, indicator)),
      asOf,
    );
    return defined.map((one, at) => ({ ...one, asked: asked[at] ?? [] }));
  }
}

function itemOf(account: Account, { stored, indicator, asked }: Waiting): QueueItem {
  const view = entryView(account, stored, { indicator, asked });
  const away = awayAmong(account, lendersOf(policyAccount(account), 'queue.read', { department: indicator.owner?.slug }));
  const submitted = view.events.findLast(({ action }) => action === 'submit');
  return {
    ...saidIn(view),
    replacing: kindOfEntry(view, view.replaces),
    department: indicator.owner ? { slug: indicator.owner.slug, name: indicator.owner.name } : { slug: 'ingen', name: { sv: '' } },
    comparedWith: replacedBy(view) ?? comparedWith(stored, indicator),
    submittedBy: submitted?.by ?? '',
    submittedAt: submitted?.at ?? view.updatedAt,
    isOwn: isOwnEntry(stored.entry, account.id),
    ...(away.length > 0 ? { inPlaceOf: away.map(({ name }) => name) } : {}),
  };
}

/** What the entry itself says. */
function saidIn({ id, version, indicator, unit, decimals, reporting, isExample, territory, period, ...rest }: EntryView) {
  const { value, missing, answers, questions, comment, reason } = rest;
  return {
    ...{ id, version, indicator, unit, decimals, reporting, isExample, territory, period },
    ...{ value, missing, answers, questions, comment, reason },
  };
}

function replacedBy(view: EntryView): QueueItem['comparedWith'] {
  const { period, replaces } = view;
  return kindOfEntry(view, replaces) === 'confirmation'
    ? undefined
    : replaces && { period, value: replaces.value, missing: replaces.missing };
}

/** The figure that another is read against: of the same season a year before, else the one before. */
function comparedWith({ entry, beside }: StoredEntry, { rules }: Indicator): QueueItem['comparedWith'] {
  const { previous, yearBefore } = earlierPoints(beside, entry.period, rules.breaks);
  const earlier = yearBefore ?? previous;
  return earlier && { period: periodCode(earlier.period), value: earlier.value, missing: earlier.missing };
}

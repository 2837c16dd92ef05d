import { Injectable } from '@nestjs/common';
import type { EntryView, QueueItem, QueueQuery, ReviewQueue } from '@slusen/contracts';
import { earlierPoints, isOwnEntry, kindOfEntry, lendersOf, periodCode } from '@slusen/domain';
import { IndicatorMemory } from '../follow-up/indicator-memory.js';
import type { Account } from '../identity/account.js';
import type { Acting } from '../identity/acting.js';
import { awayAmong, policyAccount } from '../identity/permissions.js';
import type { Indicator } from '../indicators/indicator.js';
import { waitsUntil } from './entry-publisher.js';
import { entryView, type ShownBeside } from './entry-view.js';
import { placedFigure } from './entry-view.query.js';
import { EntryRepository } from './entry.repository.js';
import { PlausibilityQuery } from './plausibility.query.js';
import { StatusEffectsQuery } from './status-effects.query.js';
import type { StoredEntry } from './stored-entry.js';
import { chosenLines, countsOf, type WaitingLine } from './waiting-lines.js';
import { WaitingLinesQuery } from './waiting-lines.query.js';

/** An entry that waits, with what its reviewer compares it with. */
interface Waiting extends ShownBeside {
  readonly stored: StoredEntry;
  readonly effects: QueueItem['effects'];
  readonly round: string | undefined;
  readonly publicFrom: string | undefined;
}

/** What waits for review in the account's departments: as many statements, however many wait. */
@Injectable()
export class ReviewQueueQuery {
  constructor(
    private readonly lines: WaitingLinesQuery,
    private readonly entries: EntryRepository,
    private readonly indicators: IndicatorMemory,
    private readonly plausibility: PlausibilityQuery,
    private readonly effects: StatusEffectsQuery,
  ) {}

  async ofDepartments(acting: Acting, query: QueueQuery): Promise<ReviewQueue> {
    const { limit, offset, ...choice } = query;
    const lines = await this.lines.ofDepartments(acting);
    const chosen = chosenLines(lines, choice);
    const waiting = await this.waiting(chosen.slice(offset, offset + limit), acting);
    return {
      items: waiting.map((one) => itemOf(acting.account, one)),
      ...{ total: chosen.length, waiting: lines.length, limit, offset },
      counts: countsOf(lines, choice),
    };
  }

  private async waiting(lines: readonly WaitingLine[], acting: Acting): Promise<Waiting[]> {
    if (lines.length === 0) return [];
    const placed = new Map(lines.map((line) => [line.id, line]));
    const [found, definitions] = await Promise.all([this.entries.findAll([...placed.keys()]), this.indicators.bySlug(acting.asOf)]);
    const defined = found.flatMap((stored) => {
      const indicator = definitions.get(stored.entry.indicator);
      const line = placed.get(stored.entry.id);
      if (!indicator || !line) return [];
      return [{ stored, indicator, round: line.round, publicFrom: waitsUntil(line.publicFrom, stored.replaces, acting.at) }];
    });
    const figures = defined.map(({ stored, indicator }) => ({ ...placedFigure(stored, indicator), figure: stored.entry.figure }));
    const [asked, effects] = await Promise.all([
      this.plausibility.ofFigures(figures, acting.asOf),
      this.effects.ofFigures(figures, acting),
    ]);
    return defined.map((one, at) => ({ ...one, asked: asked[at] ?? [], effects: effects[at] ?? [] }));
  }
}

function itemOf(account: Account, { stored, indicator, asked, effects, round, publicFrom }: Waiting): QueueItem {
  const view = entryView(account, stored, { indicator, asked });
  const away = awayAmong(account, lendersOf(policyAccount(account), 'queue.read', { department: indicator.owner?.slug }));
  const submitted = view.events.findLast(({ action }) => action === 'submit');
  return {
    ...saidIn(view),
    ...{ round, effects, publicFrom },
    isAgain: view.events.some(({ action }) => action === 'return'),
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
  const { value, missing, quality, parts, answers, questions, comment, reason } = rest;
  return {
    ...{ id, version, indicator, unit, decimals, reporting, isExample, territory, period },
    ...{ value, missing, quality, parts, answers, questions, comment, reason },
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

import { Injectable } from '@nestjs/common';
import {
  DomainError,
  entryNotFound,
  parsePeriod,
  periodCode,
  periodPosition,
  type Entry,
  type EntryEvent,
  type EntryFigure,
} from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import { EntryAuthorRow } from './entry-author.row.js';
import { EntryEventRow } from './entry-event.row.js';
import { EntryRow } from './entry.row.js';

/** An entry together with the keys of the series it is for. */
export interface StoredEntry {
  readonly entry: Entry;
  readonly series: { readonly id: number; readonly indicatorId: number; readonly territoryId: number };
}

/** A change: of which entry, in the version the client read, and whether the account may (asked first, so that who may not learns nothing). */
export interface Change {
  readonly id: string;
  readonly version: number;
  readonly allow: (entry: Entry) => void;
}

interface Line extends Omit<EntryRow, 'id'> {
  id: string;
  indicatorId: number;
  territoryId: number;
  breakdown: string;
  indicator: string;
  territory: string;
  department: string | null;
  authors: string[];
  events: (Omit<EntryEvent, 'from'> & {
    from: EntryEvent['from'] | null;
    reason: string | null;
    missing: EntryFigure['missing'] | null;
    value: number | null;
  })[];
}

const FIND = `
  select e.id, e.series_id as "seriesId", e.period, e.state, e.version, e.value, e.missing, e.quality, e.margin, e.respondents, e.comment,
         e.source_note as "sourceNote", e.link, e.answers, e.reason, e.returned_reason as "returnedReason", e.updated_at as "updatedAt",
         h.indicator_id as "indicatorId", h.territory_id as "territoryId", h.breakdown, i.slug as indicator, t.code as territory,
         (select a.slug from indicator_definition d join actor a on a.id = d.owner_id
           where d.indicator_id = i.id order by d.revision desc limit 1) as department,
         (select json_agg(w.account_id order by w.seq) from entry_author w where w.entry_id = e.id) as authors,
         (select json_agg(json_build_object('action', v.action, 'from', v.from_state, 'to', v.to_state, 'by', v.account_id, 'at', v.recorded_at,
                                            'reason', v.reason, 'value', v.value, 'missing', v.missing) order by v.version)
            from entry_event v where v.entry_id = e.id) as events
    from entry e
    join series_head h on h.id = e.series_id
    join indicator i on i.id = h.indicator_id
    join territory t on t.id = h.territory_id
   where e.id = $1`;

/** Keeps entries; the rules are the domain's. Every change is one step on a locked row of the version the client read. */
@Injectable()
export class EntryRepository {
  /** Throws `entry.not-found`. */
  async find(manager: EntityManager, id: string): Promise<StoredEntry> {
    const [line] = await manager.query<Line[]>(FIND, [id]);
    if (!line) throw entryNotFound(id);
    return { entry: entryOf(line), series: { id: line.seriesId, indicatorId: line.indicatorId, territoryId: line.territoryId } };
  }

  /** The open entry of a series' period, if there is one. */
  async openFor(manager: EntityManager, seriesId: number, period: string): Promise<string | undefined> {
    const [line] = await manager.query<{ id: string }[]>(
      `select id from entry where series_id = $1 and period = $2 and state <> 'approved'`,
      [seriesId, period],
    );
    return line?.id;
  }

  /** Stores a new entry; returns it with the moment it was recorded. */
  async create(
    manager: EntityManager,
    entry: Entry,
    { seriesId, isCorrection }: { seriesId: number; isCorrection: boolean },
  ): Promise<Entry> {
    const at = new Date(entry.events[0]?.at ?? 0);
    await manager.insert(EntryRow, {
      id: entry.id,
      seriesId,
      period: periodCode(entry.period),
      periodEnd: periodPosition(entry.period),
      isCorrection,
      createdAt: at,
      submittedAt: null,
      ...changing(entry, at),
    });
    return this.append(manager, entry, undefined);
  }

  /**
   * Applies one domain step to the entry, locked, in the version the client read. Throws `entry.stale` with the version
   * that is there when it was another, so that no two steps start from one state.
   */
  async change(
    manager: EntityManager,
    { id, version, allow }: Change,
    step: (stored: StoredEntry) => Entry | Promise<Entry>,
  ): Promise<StoredEntry> {
    const [locked] = await manager.query<{ version: number }[]>('select version from entry where id = $1 for update', [id]);
    if (!locked) throw entryNotFound(id);
    const stored = await this.find(manager, id);
    allow(stored.entry);
    if (locked.version !== version) throw new DomainError('entry.stale', { entry: id, version: locked.version });
    const next = { ...(await step(stored)), version: version + 1 };
    const at = new Date(next.events.at(-1)?.at ?? 0);
    const submitted = next.events.at(-1)?.action === 'submit' ? { submittedAt: at } : {};
    await manager.update(EntryRow, { id }, { ...changing(next, at), ...submitted });
    return { ...stored, entry: await this.append(manager, next, stored.entry) };
  }

  /**
   * Writes the authors and the event that came since the entry was read. When it was recorded is the database's to say,
   * under the record lock: several programs' clocks would put the history in another order than its numbers.
   */
  private async append(manager: EntityManager, entry: Entry, before: Entry | undefined): Promise<Entry> {
    const authors = entry.authors.filter((author) => !before?.authors.includes(author));
    for (const accountId of authors) await manager.insert(EntryAuthorRow, { entryId: entry.id, accountId });
    const event = entry.events.at(-1);
    if (!event) throw new Error('A change of an entry is an event');
    const { generatedMaps } = await manager.insert(EntryEventRow, {
      entryId: entry.id,
      version: entry.version,
      action: event.action,
      fromState: event.from ?? null,
      toState: event.to,
      accountId: event.by,
      reason: event.reason ?? null,
      value: event.value ?? null,
      missing: event.missing ?? null,
    });
    const { recordedAt } = generatedMaps[0] as Pick<EntryEventRow, 'recordedAt'>;
    return { ...entry, events: [...entry.events.slice(0, -1), { ...event, at: recordedAt.toISOString() }] };
  }
}

function changing({ state, version, figure, returnedReason }: Entry, at: Date) {
  return {
    state,
    version,
    value: figure.value ?? null,
    missing: figure.missing ?? null,
    quality: figure.quality,
    margin: figure.margin ?? null,
    respondents: figure.respondents ?? null,
    comment: figure.comment ?? null,
    sourceNote: figure.sourceNote ?? null,
    link: figure.link ?? null,
    answers: [...figure.answers],
    reason: figure.reason ?? null,
    returnedReason: returnedReason ?? null,
    updatedAt: at,
  };
}

function entryOf(line: Line): Entry {
  return {
    id: line.id,
    version: line.version,
    state: line.state,
    indicator: line.indicator,
    department: line.department ?? '',
    territory: line.territory,
    breakdown: line.breakdown,
    period: parsePeriod(line.period),
    figure: figureOf(line),
    authors: line.authors,
    returnedReason: line.returnedReason ?? undefined,
    events: line.events.map(({ from, reason, value, missing, at, ...event }) => ({
      ...event,
      at: new Date(at).toISOString(),
      from: from ?? undefined,
      reason: reason ?? undefined,
      value: value ?? undefined,
      missing: missing ?? undefined,
    })),
  };
}

function figureOf(line: Line): EntryFigure {
  return {
    value: line.value ?? undefined,
    missing: line.missing ?? undefined,
    quality: line.quality,
    margin: line.margin ?? undefined,
    respondents: line.respondents ?? undefined,
    comment: line.comment ?? undefined,
    sourceNote: line.sourceNote ?? undefined,
    link: line.link ?? undefined,
    answers: line.answers as EntryFigure['answers'],
    reason: line.reason ?? undefined,
  };
}

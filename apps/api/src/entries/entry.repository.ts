import { Injectable } from '@nestjs/common';
import { DomainError, entryNotFound, periodCode, periodPosition, type Entry, type EntryEvent } from '@slusen/domain';
import { Masks } from '../masking/masks.js';
import { asKnown } from '../platform/as-of.js';
import { statement, Statements } from '../platform/statements.js';
import { FIGURE_COLUMNS, figureParameters } from './entry-figure.js';
import { replacedRevision } from './replaced-revision.js';
import { figuresBeside } from './figures-beside.js';
import { storedEntryOf, type EntryLine, type StoredEntry } from './stored-entry.js';

/** Which entry is changed, in the version the client read. */
export interface EntryVersion {
  readonly id: string;
  readonly version: number;
}

/** In whose place a step was taken, as its audit event says; nobody's where it says nothing. */
const AWAY = `(select json_agg(json_build_object('id', away.id, 'name', away.name) order by away.name) from audit_event told join account away on told.payload::jsonb -> 'inPlaceOf' ? away.id::text
                where told.record_id = v.record_id and strpos(told.payload, '"inPlaceOf":') > 0)`;

/** The files of the entry `e`, without their content, in the order in which they came. */
const ATTACHMENTS = `(select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size, 'sha256', encode(f.sha256, 'hex'),
                                                       'isRemoved', f.is_removed) order by f.place) from entry_attachment f where f.entry_id = e.id)`;

/** What an entry is read beside comes along: figures of its series, and the revision it replaces, public or not. */
const STORED = (entries: string): string => `
    select e.*, h.indicator_id, h.territory_id, h.breakdown, i.slug as indicator, t.code as territory, t.name_sv, t.name_en,
           (select a.slug from indicator_definition d left join actor a on a.id = d.owner_id
             where d.indicator_id = i.id order by d.revision desc limit 1) as department,
           (select json_agg(w.account_id order by w.record_id) from entry_author w where w.entry_id = e.id) as authors,
           (select json_agg(json_build_object('id', v.id, 'action', v.action, 'from', v.from_state, 'to', v.to_state, 'by', v.account_id, 'name', a.name, 'at', r.at,
                                              'reason', v.reason, 'value', v.value, 'missing', v.missing, 'away', ${AWAY}) order by v.version)
              from entry_event v join record r on r.id = v.record_id join account a on a.id = v.account_id where v.entry_id = e.id) as events,
           ${ATTACHMENTS} as attachments,
           ${replacedRevision({ series: 'e.series_id', period: 'e.period', periodEnd: 'e.period_end', by: 'e.id' })} as replaces,
           ${figuresBeside('e.period_end', '$2')} as beside
      from ${entries}
      join series_head h on h.id = e.series_id
      join indicator i on i.id = h.indicator_id
      join ${asKnown('territory')} t on t.id = h.territory_id`;

/** $1 the id. A statement of its own, since a list of ids is guessed to have ten and planned anew each time: longer than the reading. */
const FIND = statement({ name: 'entry.find', text: `${STORED('entry e')} where e.id = $1` });

/** $1 the ids. */
const FIND_ALL = statement({
  name: 'entry.find-all',
  text: `${STORED('unnest($1::uuid[]) with ordinality wanted (id, place) join entry e on e.id = wanted.id')} order by wanted.place`,
});

const LOCK = statement({ name: 'entry.lock', text: 'select version from entry where id = $1 for no key update' });
const LOCK_WITH_SERIES = statement({
  name: 'entry.lock-with-series',
  text: 'select e.version from entry e join series_head h on h.id = e.series_id where e.id = $1 for no key update of e, h',
});

const OPEN = statement({
  name: 'entry.open',
  text: `select id from entry where series_id = $1 and period = $2 and state not in ('approved', 'discarded')`,
});

const EVENT = (from: string): string => `
  insert into entry_event (entry_id, version, action, from_state, to_state, account_id, reason, value, missing)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9 ${from}`;

/** Where the parameters of what the entry says begin, and those of its place after them. */
const [FIGURE_AT, PLACE_AT] = [13, 13 + FIGURE_COLUMNS.length];
const parameters = (from: number, count: number): string => Array.from({ length: count }, (_, index) => `$${from + index}`).join(', ');

const CREATE = statement({
  name: 'entry.create',
  text: `
    with entry as (
      insert into entry (id, version, state, returned_reason, updated_at, created_at, returned_figure, ${FIGURE_COLUMNS.join(', ')},
                         series_id, period, period_end, is_correction)
      values ($1, $2, $5, $10, $11, $11, $12, ${parameters(FIGURE_AT, FIGURE_COLUMNS.length)}, ${parameters(PLACE_AT, 4)})
    ), author as (insert into entry_author (entry_id, account_id) values ($1, $6))
    ${EVENT('')}`,
});

const CHANGE = statement({
  name: 'entry.change',
  text: `
    with changed as (
      update entry set version = $2, state = $5, returned_reason = $10, updated_at = $11, returned_figure = $12,
                       submitted_at = case when $3 = 'submit' then $11 else submitted_at end,
                       (${FIGURE_COLUMNS.join(', ')}) = row (${parameters(FIGURE_AT, FIGURE_COLUMNS.length)})
       where id = $1
    ), gone as (
      delete from entry_attachment where $3 = 'submit' and entry_id = $1 and is_removed
    ), author as (
      insert into entry_author (entry_id, account_id)
      select $1, $6 where $3 = 'save' and not exists (select from entry_author where entry_id = $1 and account_id = $6)
    )
    ${EVENT('')}`,
});

/** Keeps entries; the rules are the domain's. Every change is one step on a locked row of the version the client read. */
@Injectable()
export class EntryRepository {
  constructor(
    private readonly statements: Statements,
    private readonly masks: Masks,
  ) {}

  /** Throws `entry.not-found`. */
  async find(id: string): Promise<StoredEntry> {
    const [line] = await this.statements.rows<EntryLine>(FIND, [id, null]);
    if (!line) throw entryNotFound(id);
    return this.stored(line);
  }

  /** Those of the ids that exist, in their order. */
  async findAll(ids: readonly string[]): Promise<StoredEntry[]> {
    return Promise.all((await this.statements.rows<EntryLine>(FIND_ALL, [ids, null])).map((line) => this.stored(line)));
  }

  /** What was hidden of a figure that was published is hidden of the entry that it came from, too. */
  private async stored(line: EntryLine): Promise<StoredEntry> {
    const events = await Promise.all(line.events.map((event) => this.masks.shown('entry_event', event.id, event)));
    return storedEntryOf({ ...(await this.masks.shown('entry', line.id, line)), events });
  }

  /** The open entry of a series' period, if there is one. */
  async openFor(seriesId: number, period: string): Promise<string | undefined> {
    return (await this.statements.rows<{ id: string }>(OPEN, [seriesId, period]))[0]?.id;
  }

  /** Stores a new entry with its first author and event. */
  async create(entry: Entry, { seriesId, isCorrection }: { seriesId: number; isCorrection: boolean }): Promise<void> {
    const place = [seriesId, periodCode(entry.period), periodPosition(entry.period), isCorrection];
    await this.statements.rows(CREATE, [...columnsOf(entry), ...place]);
  }

  /**
   * The entry, locked until the transaction ends, with its series when the next revision is to be appended; throws `entry.not-found`. Whether
   * its version is the one that was read is asked by `change`, after permission, so that who may not learns nothing.
   */
  async lock(id: string, { withSeries }: { readonly withSeries: boolean }): Promise<StoredEntry> {
    const [locked] = await this.statements.rows(withSeries ? LOCK_WITH_SERIES : LOCK, [id]);
    if (!locked) throw entryNotFound(id);
    return this.find(id);
  }

  /**
   * Stores the next step of a locked entry, its event, and its author when there is a new one. Throws `entry.stale` with the version that is
   * there when the client read another, so that no two steps start from one state.
   */
  async change({ entry: before }: StoredEntry, { id, version }: EntryVersion, step: (entry: Entry) => Entry): Promise<Entry> {
    if (before.version !== version) throw new DomainError('entry.stale', { entry: id, version: before.version });
    const next = { ...step(before), version: version + 1 };
    await this.statements.rows(CHANGE, columnsOf(next));
    return next;
  }
}

/** The event that is to be stored. */
function lastEvent({ events }: Entry): EntryEvent {
  const event = events.at(-1);
  if (!event) throw new Error('A change of an entry is an event');
  return event;
}

/** What both statements write, in their order: the event, when and why, and what the entry says after it. */
function columnsOf(entry: Entry): unknown[] {
  const { action, from, to, by, reason, at } = lastEvent(entry);
  const { value, missing } = entry.figure;
  const event = [entry.id, entry.version, action, from, to, by, reason, value, missing];
  return [
    ...event,
    entry.returnedReason,
    new Date(at),
    entry.returnedFigure && JSON.stringify(entry.returnedFigure),
    ...figureParameters(entry.figure),
  ];
}

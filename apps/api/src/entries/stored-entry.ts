import { parsePeriod, type Entry, type EntryAttachment, type EntryEvent, type Localized } from '@slusen/domain';
import type { AwayPerson } from '../identity/account.js';
import { standingInFor } from '../identity/standing-in.js';
import type { ColumnsOf } from '../platform/columns-of.js';
import { localizedOf } from '../platform/localized-of.js';
import { figureOf } from './entry-figure.js';
import type { EntryRow } from './entry.row.js';
import { replacedOf, type ReplacedRevision } from './replaced-revision.js';
import { besideOf, type BesideLines, type FigureBeside } from './figures-beside.js';

/** A null as SQL gives it, undefined as the rules have it. */
type Nullable<T> = { readonly [Key in keyof T]: T[Key] | (undefined extends T[Key] ? null : never) };

/** An entry as its statement gives it. */
export interface EntryLine extends ColumnsOf<EntryRow> {
  readonly indicator_id: number;
  readonly territory_id: number;
  readonly breakdown: string;
  readonly indicator: string;
  readonly department: string | null;
  readonly territory: string;
  readonly name_sv: string;
  readonly name_en: string | null;
  readonly authors: string[];
  readonly events: readonly (Nullable<EntryEvent & { readonly id: number; readonly name: string }> & {
    readonly away: AwayPerson[] | null;
  })[];
  readonly attachments: readonly EntryAttachment[] | null;
  readonly replaces: ReplacedRevision | null;
  readonly beside: BesideLines;
}

/** An entry, and what it is read beside. */
export interface StoredEntry {
  readonly entry: Entry;
  readonly series: { readonly id: number; readonly indicatorId: number; readonly territoryId: number };
  readonly territoryName: Localized;
  /** Who took each step, by account. */
  readonly names: ReadonlyMap<string, string>;
  /** In whose place each step was taken, by their names: mostly nobody's. */
  readonly away: readonly (readonly string[])[];
  /** Public figures that it is read beside, oldest first: of the same part of the year, and the one before. */
  readonly beside: readonly FigureBeside[];
  /** The revision of its period that its figure would replace, or did; undefined when it would be, or was, the first. */
  readonly replaces: ReplacedRevision | undefined;
}

/** A line as the rules know it. */
export function storedEntryOf(line: EntryLine): StoredEntry {
  return {
    entry: entryOf(line),
    series: { id: line.series_id, indicatorId: line.indicator_id, territoryId: line.territory_id },
    territoryName: localizedOf(line.name_sv, line.name_en),
    names: new Map(line.events.map(({ by, name }) => [by, name])),
    away: line.events.map(({ away }) => (away ?? []).map((person) => person.name)),
    beside: besideOf(line.beside),
    replaces: replacedOf(line.replaces),
  };
}

function entryOf(line: EntryLine): Entry {
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
    attachments: line.attachments ?? undefined,
    authors: line.authors,
    writtenFor: [...new Set(line.events.flatMap(({ action, away }) => (action === 'save' ? (away ?? []).map(({ id }) => id) : [])))],
    returnedReason: line.returned_reason ?? undefined,
    returnedFigure: line.returned_figure ?? undefined,
    events: line.events.map(eventOf),
  };
}

function eventOf({ action, from, to, by, away, at, reason, value, missing }: EntryLine['events'][number]): EntryEvent {
  return {
    ...{ action, to, by, inPlaceOf: away?.map(({ id }) => id), at: new Date(at).toISOString() },
    ...{ from: from ?? undefined, reason: reason ?? undefined, value: value ?? undefined, missing: missing ?? undefined },
  };
}

/** In whose place the request under way does what it does, by account. */
export const inPlaceOf = (): string[] => standingInFor().map(({ id }) => id);

/** Who took the entry's steps and in whose place, with whoever takes the next one. */
export function takenBy(
  { id, name }: { readonly id: string; readonly name: string },
  before: Pick<StoredEntry, 'names' | 'away'> = { names: new Map(), away: [] },
): Pick<StoredEntry, 'names' | 'away'> {
  const away = standingInFor().map((person) => person.name);
  return { names: new Map([...before.names, [id, name]]), away: [...before.away, away.sort()] };
}

import { Injectable } from '@nestjs/common';
import { periodCode, type Entry } from '@slusen/domain';
import { AuditTrail } from '../identity/audit-trail.js';
import { entryDigest } from './entry-digest.js';
import { EntryRepository, type EntryVersion } from './entry.repository.js';
import { StepHandlers } from './step-handlers.js';
import type { StoredEntry } from './stored-entry.js';

/** What the audit trail is told beside the event itself. */
type Facts = Readonly<Record<string, unknown>>;

/** Stores what happens to entries, each change sealed by its event in the audit trail as the last write of the transaction. */
@Injectable()
export class EntryChanges {
  constructor(
    private readonly entries: EntryRepository,
    private readonly audit: AuditTrail,
    private readonly steps: StepHandlers,
  ) {}

  /** The entry, locked until the transaction ends (see `EntryRepository.lock`). */
  lock(id: string, options: { readonly withSeries: boolean }): Promise<StoredEntry> {
    return this.entries.lock(id, options);
  }

  /** Stores a new entry; gives it as it was recorded. */
  async create(entry: Entry, place: { seriesId: number; isCorrection: boolean }): Promise<Entry> {
    await this.entries.create(entry, place);
    return this.seal(entry, {});
  }

  /** Stores the next step of a locked entry; `also` is written with it (an approval's revision). Gives the entry as it was recorded. */
  async change(
    { stored, ...change }: EntryVersion & { readonly stored: StoredEntry },
    { step, also = async () => ({}) }: { readonly step: (entry: Entry) => Entry; readonly also?: (entry: Entry) => Promise<Facts> },
  ): Promise<Entry> {
    const entry = await this.entries.change(stored, change, step);
    const recorded = await this.seal(entry, await also(entry));
    await this.steps.tell(recorded);
    return recorded;
  }

  /** When it was recorded is the database's to say: several programs' clocks would put the history in another order than its places. */
  private async seal(entry: Entry, more: Facts): Promise<Entry> {
    const event = entry.events.at(-1);
    if (!event) throw new Error('A change of an entry is an event');
    const { action, by, from, to, reason, value, missing } = event;
    const place = { indicator: entry.indicator, period: periodCode(entry.period), version: entry.version };
    const facts = Object.entries({ ...place, from, to, reason, value, missing, says: entryDigest(entry), ...more }).filter(
      ([, fact]) => fact !== undefined,
    );
    const told = { action: `entry.${action}`, subject: `entry:${entry.id}`, by, facts: Object.fromEntries(facts) };
    const { at } = await this.audit.record(told);
    return { ...entry, events: [...entry.events.slice(0, -1), { ...event, at }] };
  }
}

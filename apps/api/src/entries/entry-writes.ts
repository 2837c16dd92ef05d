import { Injectable } from '@nestjs/common';
import type { EntryView } from '@slusen/contracts';
import { periodCode, type Entry, type Period } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import type { Acting } from '../identity/acting.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { Permissions } from '../identity/permissions.js';
import { ObservationRepository } from '../observations/observation.repository.js';
import { entryDigest } from './entry-digest.js';
import { EntryViewQuery } from './entry-view.query.js';
import { EntryRepository } from './entry.repository.js';

/** What the three ways of changing an entry (record, save, step) have in common. */
@Injectable()
export class EntryWrites {
  constructor(
    readonly permissions: Permissions,
    readonly entries: EntryRepository,
    readonly observations: ObservationRepository,
    private readonly views: EntryViewQuery,
    private readonly audit: AuditTrail,
  ) {}

  view(acting: Acting, entry: Entry, manager: EntityManager): Promise<EntryView> {
    return this.views.view(acting, entry, manager);
  }

  /** Whether the period already has an approved figure that this one would replace. */
  async hasApproved(manager: EntityManager, seriesId: number, period: Period): Promise<boolean> {
    return (await this.observations.latest(manager, seriesId, period)) !== undefined;
  }

  /**
   * Adds the entry's latest event to the audit trail, as the last write of the transaction; gives the entry with the moment it was recorded,
   * which is the database's to say: several programs' clocks would put the history in another order than its numbers.
   */
  async audited(manager: EntityManager, entry: Entry, more: Readonly<Record<string, unknown>> = {}): Promise<Entry> {
    const event = entry.events.at(-1);
    if (!event) throw new Error('A change of an entry is an event');
    const { action, by, from, to, reason, value, missing } = event;
    const facts = {
      indicator: entry.indicator,
      period: periodCode(entry.period),
      version: entry.version,
      from,
      to,
      reason,
      value,
      missing,
      says: entryDigest(entry),
      ...more,
    };
    const present = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
    const recorded = await this.audit.record(manager, { action: `entry.${action}`, subject: `entry:${entry.id}`, by, facts: present });
    return { ...entry, events: [...entry.events.slice(0, -1), { ...event, at: recorded.at }] };
  }
}

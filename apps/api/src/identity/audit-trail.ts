import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';

/** What happened, to what, by whom. `facts` must be JSON; never a password or a token. */
export interface AuditEvent {
  readonly action: string;
  /** `entry:7d…`, `account:…`, `import-run:3`. */
  readonly subject: string;
  /** The account, or null for the system itself. */
  readonly by: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The hash before the first event. */
export const GENESIS = Buffer.alloc(32);

/** The link of the chain: SHA-256 over the previous hash and the canonical JSON bytes (RFC 8785). */
export function linkHash(previous: Buffer, payload: string): Buffer {
  return createHash('sha256').update(previous).update(payload, 'utf8').digest();
}

/** The trail of everything that changes anything, each event chained to the one before. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  /**
   * Adds an event as the last thing before commit: the record lock is held from here on, so that chain order, sequence
   * order and commit order are one.
   */
  async record(manager: EntityManager, { action, subject, by, facts = {} }: AuditEvent): Promise<void> {
    await manager.query(`select pg_advisory_xact_lock(hashtext('slusen.record'))`);
    const [last] = await manager.query<{ hash: Buffer }[]>('select hash from audit_event order by seq desc limit 1');
    const previous = last?.hash ?? GENESIS;
    const payload = canonicalize({ action, at: this.clock.now().toISOString(), by, facts, subject });
    if (payload === undefined) throw new Error('An audit event must be JSON');
    await manager.query(`insert into audit_event (seq, payload, previous_hash, hash) values (next_record(), $1, $2, $3)`, [
      payload,
      previous,
      linkHash(previous, payload),
    ]);
  }
}

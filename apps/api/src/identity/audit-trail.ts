import { Injectable } from '@nestjs/common';
import type { Instant } from '@slusen/domain';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { Subject } from 'rxjs';
import { statement, Statements } from '../platform/statements.js';
import { standingInFor } from './standing-in.js';

/** What happened, to what, by whom. `facts` must be JSON; never a password or a token. */
export interface AuditEvent {
  readonly action: string;
  /** `entry:7d…`, `account:…`, `import-run:3`. */
  readonly subject: string;
  /** The account, or null for the system itself. */
  readonly by: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
}

const SEAL = statement({ name: 'audit.seal', text: 'select seq, at from seal($1)' });

/** The hash before the first event. */
export const GENESIS = Buffer.alloc(32);

/** What a link holds: what happened, as canonical JSON (RFC 8785), and what it seals (null in events older than digests of rows). */
export interface Link {
  readonly sealed: string | null;
  readonly payload: string;
}

/** The link of the chain: SHA-256 over the previous hash, what is sealed (place, moment, digests of rows) and the payload. */
export function linkHash(previous: Buffer, { sealed, payload }: Link): Buffer {
  const text = sealed === null ? payload : `${sealed}\n${payload}`;
  return createHash('sha256').update(previous).update(text, 'utf8').digest();
}

/** Where and when a transaction was recorded. */
export interface Recorded {
  readonly seq: number;
  readonly at: Instant;
}

/** The trail of everything that changes anything, each event chained to the one before. */
@Injectable()
export class AuditTrail {
  private readonly subject = new Subject<Recorded>();
  /** What was sealed in this process; its transaction may still be on its way to the commit, or to nothing. */
  readonly sealed = this.subject.asObservable();

  constructor(private readonly statements: Statements) {}

  /**
   * Seals the transaction: its record gets its place and its moment, and the event, which says in whose place it was done where that was
   * somebody else's, is chained to the one before. The lock that orders
   * records is held from here to the commit, so this is the last write of history in a transaction, and there is one in each.
   */
  async record({ action, subject, by, facts = {} }: AuditEvent): Promise<Recorded> {
    const away = standingInFor().map(({ id }) => id);
    const payload = canonicalize({ action, by, facts, ...(away.length > 0 ? { inPlaceOf: away.sort() } : {}), subject });
    if (payload === undefined) throw new Error('An audit event must be JSON');
    const [sealed] = await this.statements.rows<{ seq: number; at: Date }>(SEAL, [payload]);
    if (!sealed) throw new Error('A seal has a place');
    const recorded = { seq: sealed.seq, at: sealed.at.toISOString() };
    this.subject.next(recorded);
    return recorded;
  }
}

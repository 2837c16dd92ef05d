import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/transactions.js';
import { AuditTrail } from './audit-trail.js';
import { SessionRepository } from './session.repository.js';

/** What is known of whoever signs in, besides who it is. */
export interface SigningIn {
  /** The token of the session that the browser brought, which ends. */
  readonly brought: string | undefined;
  /** Nothing but setting up a second factor can be done in the session, until that is done. */
  readonly needsSecondFactor?: boolean;
  /** How it was proven who it is, for the trail. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Opens sessions and turns people away, however they proved who they are; both stand in the audit trail. */
@Injectable()
export class SessionDoor {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** The token for the cookie. */
  open(accountId: string, { brought, needsSecondFactor = false, facts = {} }: SigningIn): Promise<string> {
    return this.transactions.run(async () => {
      const left = brought === undefined ? undefined : await this.sessions.end(brought);
      const token = await this.sessions.open(accountId, { needsSecondFactor });
      const told = left === undefined ? facts : { ...facts, left: `account:${left}` };
      await this.audit.record({ action: 'session.open', subject: `account:${accountId}`, by: accountId, facts: told });
      return token;
    });
  }

  /** Tells the trail who was turned away; of a name that nobody has it tells nothing: people type passwords there. */
  async refuse(accountId: string | undefined, facts: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const subject = `account:${accountId ?? 'unknown'}`;
    await this.transactions.run(() => this.audit.record({ action: 'session.refuse', subject, by: null, facts }));
  }
}

import { Injectable } from '@nestjs/common';
import { changeLines, DomainError, greatestNeed, isAnswered, type ChangeRecord } from '@slusen/domain';
import { statement, Statements } from '../platform/statements.js';
import { auditedAs, type Principal } from './account.js';
import { Amendment } from './amendment.js';
import { AuditTrail, type AuditEvent } from './audit-trail.js';

const REFUSALS = { reason: 'change.reason-required', decision: 'change.decision-required', version: 'change.version-required' } as const;

const DECIDING = statement({ name: 'amendment.begin', text: `select pg_advisory_xact_lock(hashtext('slusen.decided'))` });

/** Begins and ends changes of what was decided. They are rare, so one is made at a time. */
@Injectable()
export class Amendments {
  constructor(
    private readonly audit: AuditTrail,
    private readonly statements: Statements,
  ) {}

  /** Waits for whoever changes something decided now: what is read from here on stays as it is until the commit. */
  async begin(by: Principal, record: ChangeRecord): Promise<Amendment> {
    await this.statements.rows(DECIDING);
    return new Amendment(by, record);
  }

  /**
   * Records what was changed, before and after, in one audit event; nothing when nothing was. Throws `change.reason-required`,
   * `change.decision-required` or `change.version-required` with every change when some were not answered.
   */
  async end(amendment: Amendment, { facts, ...event }: Omit<AuditEvent, 'by'>): Promise<void> {
    const { by, changes, record } = amendment;
    requireAnswers(amendment);
    if (changes.length === 0) return;
    const told = changes.map(({ kind, subject, isNew = false, differences }) => ({ kind, subject, isNew, differences: [...differences] }));
    const { reason = null, decision = null } = record;
    await this.audit.record({ ...event, by: auditedAs(by), facts: { ...facts, reason, decision, changes: told } });
  }
}

function requireAnswers({ changes, record }: Amendment): void {
  const unanswered = changes.filter(({ need }) => !isAnswered(need, record));
  const need = greatestNeed(unanswered);
  if (need !== 'nothing') throw new DomainError(REFUSALS[need], { changes: changes.flatMap(changeLines) });
}

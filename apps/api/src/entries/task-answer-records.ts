import { Injectable } from '@nestjs/common';
import type { TaskAnswerView } from '@slusen/contracts';
import { DomainError, stockholmDate, type TaskAnswer, type TaskAnswerFault } from '@slusen/domain';
import type { Account } from '../identity/account.js';
import { AuditTrail, type AuditEvent } from '../identity/audit-trail.js';
import { Idempotency } from '../platform/idempotency.js';
import type { RequestKey } from '../platform/preconditions.js';
import { Statements, type Statement } from '../platform/statements.js';
import { TimeHandlers, type TimeDecided } from './time-handlers.js';

/** What is recorded: what is said, the row of it, and what the trail is told. */
interface Recording extends Pick<AuditEvent, 'action' | 'facts'> {
  readonly said: TaskAnswer;
  /** Why it is refused, unless it was taken before: a request that comes again is answered as it was. */
  readonly fault: TaskAnswerFault | undefined;
  /** Writes the row, and gives its number as `id`. */
  readonly insert: Statement;
  readonly parameters: readonly unknown[];
  /** What is decided by it, for those who are to know. */
  readonly decided?: TimeDecided;
}

/** Records what is said of tasks, once for each request, sealed by its event in the audit trail. */
@Injectable()
export class TaskAnswerRecords {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly statements: Statements,
    private readonly audit: AuditTrail,
    private readonly handlers: TimeHandlers,
  ) {}

  /** Throws `task-answer.settled` when there is nothing to say it of any more. */
  record(
    { id: by, name }: Account,
    key: RequestKey,
    { said, fault, insert, parameters, decided, ...event }: Recording,
  ): Promise<TaskAnswerView> {
    return this.idempotency.run(by, key, async () => {
      if (fault) throw new DomainError(fault);
      const [line] = await this.statements.rows<{ id: number }>(insert, parameters);
      if (!line) throw new DomainError('task-answer.settled');
      const { id } = line;
      const { at } = await this.audit.record({ ...event, subject: `task-answer:${id}`, by });
      if (decided) await this.handlers.tell(decided);
      return { id, ...said, by: name, on: stockholmDate(at) };
    });
  }
}

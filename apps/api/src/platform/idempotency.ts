import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import type { RequestKey } from './preconditions.js';
import { statement, Statements } from './statements.js';
import { Transactions } from './transactions.js';

/** What is known of a key: whether nobody else is at it, and the answer that was given to it. */
interface Claim {
  readonly is_free: boolean;
  readonly fingerprint: Buffer | null;
  readonly answer: unknown;
}

const CLAIM = statement({ name: 'key.claim', text: 'select is_free, fingerprint, answer from claim_key($1, $2)' });
const KEEP = statement({
  name: 'key.keep',
  text: 'insert into idempotency_key (account_id, key, fingerprint, answer) values ($1, $2, $3, $4::jsonb)',
});

/** Answers a repeated request with the first answer; key, answer and change are committed together or not at all. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: Statements,
  ) {}

  /**
   * Runs the work once per account and key. Same key and request: the first answer again; another request: 422; the
   * first still running: 409. The work is in the transaction that its answer is kept in.
   */
  run<Answer>(accountId: string, { key, fingerprint }: RequestKey, work: () => Promise<Answer>): Promise<Answer> {
    return this.transactions.run(async () => {
      const [earlier] = await this.statements.rows<Claim>(CLAIM, [accountId, key]);
      if (!earlier?.is_free) throw new DomainError('idempotency.running');
      if (earlier.fingerprint) return replay<Answer>(earlier, fingerprint);
      const answer = await work();
      await this.statements.rows(KEEP, [accountId, key, fingerprint, JSON.stringify(answer ?? null)]);
      return answer;
    });
  }
}

function replay<Answer>(earlier: Claim, fingerprint: Buffer): Answer {
  if (!earlier.fingerprint?.equals(fingerprint)) throw new DomainError('idempotency.other-request');
  return earlier.answer as Answer;
}

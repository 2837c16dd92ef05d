import { Injectable } from '@nestjs/common';
import { DomainError } from '@slusen/domain';
import type { EntityManager } from 'typeorm';
import { IdempotencyKeyRow } from './idempotency-key.row.js';
import type { RequestKey } from './preconditions.js';
import { Transactions } from './transactions.js';

/** Answers a repeated request with the first answer; key, answer and change are committed together or not at all. */
@Injectable()
export class Idempotency {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Runs the work once per account and key. Same key and request: the first answer again; another request: 422; the
   * first still running: 409. The work gets the transaction that its answer is kept in.
   */
  run<Answer>(accountId: string, { key, fingerprint }: RequestKey, work: (manager: EntityManager) => Promise<Answer>): Promise<Answer> {
    return this.transactions.run(async (manager) => {
      const [{ free }] = await manager.query<[{ free: boolean }]>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free', [
        `${accountId} ${key}`,
      ]);
      if (!free) throw new DomainError('idempotency.running');
      const earlier = await manager.findOneBy(IdempotencyKeyRow, { accountId, key });
      if (earlier) return replay<Answer>(earlier, fingerprint);
      const answer = await work(manager);
      await manager.insert(IdempotencyKeyRow, { accountId, key, fingerprint, answer: (answer ?? null) as object });
      return answer;
    });
  }
}

function replay<Answer>(earlier: IdempotencyKeyRow, fingerprint: Buffer): Answer {
  if (!earlier.fingerprint.equals(fingerprint)) throw new DomainError('idempotency.other-request');
  return earlier.answer as Answer;
}

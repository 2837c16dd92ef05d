import { Injectable } from '@nestjs/common';
import { statement, Statements } from './statements.js';

/**
 * Whoever changes history holds the lock until the commit; taken in company it makes a reader wait for them, and nobody else. Longer than a
 * page may take is not waited.
 */
const WRITERS = statement({
  name: 'moment.await-writers',
  text: `
    with patience as materialized (select set_config('lock_timeout', '2s', true))
    select pg_advisory_xact_lock_shared(hashtext('slusen.record')) from patience`,
});

/** Waits for writers once for all who ask meanwhile: however many readers wait, waiting takes one connection of those for reading. */
@Injectable()
export class AwaitedWriters {
  private underWay: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  constructor(private readonly statements: Statements) {}

  /**
   * Until whoever is recording when this is called has come to an end. Throws what becomes 503 when they need longer than two seconds,
   * or have needed that already.
   */
  passed(): Promise<void> {
    return (this.next ??= this.waitAfter(this.underWay));
  }

  /** What was asked for before this call may have been granted before it, so it says nothing of those who record now. */
  private async waitAfter(before: Promise<void> | undefined): Promise<void> {
    try {
      await before;
      this.underWay = this.next;
    } finally {
      this.next = undefined;
    }
    await this.statements.rows(WRITERS).finally(() => (this.underWay = undefined));
  }
}

import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { HistoryHead } from '@slusen/contracts';
import type { Subscription } from 'rxjs';
import { Publications } from '../observations/publications.js';
import { declareRead } from '../platform/read-tags.js';
import { statement, Statements } from '../platform/statements.js';

/** Events that recorded more than steps of work under way, or took everything into the chain. */
const LATEST = statement({
  name: 'history.published-head',
  text: `
    select r.seq, encode(a.hash, 'hex') as hash
      from record r join audit_event a on a.record_id = r.id
     where (a.sealed::jsonb -> 'rows') - '{entry_author,entry_event,series_head}'::text[] <> '{}' or starts_with(a.payload, '{"action":"history.adopt"')
     order by r.seq desc limit 1`,
});

/**
 * The head of the audit chain as of the latest publication, for everyone to keep: who has one can later tell whether the history before it
 * was changed. It stands still while drafts are saved, so that what was read stays valid.
 */
@Injectable()
export class HistoryHeadQuery implements OnModuleDestroy {
  private head: Promise<HistoryHead | undefined> | undefined;
  private readonly subscription: Subscription;

  constructor(
    private readonly statements: Statements,
    private readonly publications: Publications,
  ) {
    this.subscription = publications.stream.subscribe(() => (this.head = undefined));
  }

  onModuleDestroy(): void {
    this.subscription.unsubscribe();
  }

  /** Undefined while nothing was published. Kept until the next publication, while those of other processes are heard of. */
  async run(): Promise<HistoryHead | undefined> {
    declareRead('figures');
    if (!this.publications.areHeard) return this.read();
    const head = (this.head ??= this.read());
    // A failure is not kept.
    head.catch(() => (this.head = undefined));
    return head;
  }

  private async read(): Promise<HistoryHead | undefined> {
    return (await this.statements.rows<HistoryHead>(LATEST))[0];
  }
}

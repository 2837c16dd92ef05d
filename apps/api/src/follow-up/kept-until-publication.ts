import type { Subscription } from 'rxjs';
import type { Publications } from '../observations/publications.js';
import { transactionClient } from '../platform/transactions.js';

interface Kept<T> {
  readonly key: string;
  readonly reading: Promise<T>;
}

/**
 * One reading kept in memory for all who ask with the same key, until anything is published. Not kept while other processes'
 * publications are not heard, nor inside a transaction, since what that sees may never be committed.
 */
export class KeptUntilPublication<T> {
  private kept: Kept<T> | undefined;
  private readonly subscription: Subscription;

  constructor(private readonly publications: Publications) {
    // A reading under way may have begun before the commit: whoever asks from now on begins another.
    this.subscription = publications.stream.subscribe(() => (this.kept = undefined));
  }

  close(): void {
    this.subscription.unsubscribe();
  }

  /** What was read for the key; `holds` may refuse it as too old. */
  async of(key: string, read: () => Promise<T>, holds: (value: T) => boolean = () => true): Promise<T> {
    if (transactionClient() || !this.publications.areHeard) return read();
    if (this.kept?.key !== key) this.kept = { key, reading: read() };
    const { kept } = this;
    const value = await this.unlessFailed(kept);
    if (holds(value)) return value;
    if (this.kept === kept) this.kept = undefined;
    return this.of(key, read);
  }

  private async unlessFailed(kept: Kept<T>): Promise<T> {
    try {
      return await kept.reading;
    } catch (error) {
      if (this.kept === kept) this.kept = undefined;
      throw error;
    }
  }
}

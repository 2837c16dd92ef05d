import type { IsoDate } from '@slusen/domain';
import type { Subscription } from 'rxjs';
import type { Publication, Publications } from './publications.js';
import type { AsOf } from '../platform/as-of.js';
import { isInTransaction } from '../platform/transactions.js';

interface Kept<T> {
  readonly today: IsoDate;
  readonly reading: Promise<T>;
  /** What was read, when it is there. */
  value?: T;
}

/**
 * One reading of now kept in memory for all who ask on the same day, until anything is published. Not kept while other processes'
 * publications are not heard, nor inside a transaction, since what that sees may never be committed; no other moment is kept.
 */
export class KeptUntilPublication<T> {
  private kept: Kept<T> | undefined;
  private readonly subscription: Subscription;

  /** `survives` says which publications change nothing of what was read; without it each of them does. */
  constructor(
    private readonly publications: Publications,
    survives: (value: T, publication: Publication) => boolean = () => false,
  ) {
    this.subscription = publications.stream.subscribe((publication) => {
      const value = this.kept?.value;
      // A reading under way may have begun before the commit: whoever asks from now on begins another.
      if (value === undefined || !survives(value, publication)) this.kept = undefined;
    });
  }

  close(): void {
    this.subscription.unsubscribe();
  }

  /** What was read for the moment; `holds` may refuse it as too old. */
  async of({ today, known }: AsOf, read: () => Promise<T>, holds: (value: T) => boolean = () => true): Promise<T> {
    if (known !== undefined || isInTransaction() || !this.publications.areHeard) return read();
    if (this.kept?.today !== today) this.kept = { today, reading: read() };
    const { kept } = this;
    const value = await this.unlessFailed(kept);
    if (holds(value)) return value;
    if (this.kept === kept) this.kept = undefined;
    return this.of({ today, known }, read);
  }

  private async unlessFailed(kept: Kept<T>): Promise<T> {
    try {
      return (kept.value = await kept.reading);
    } catch (error) {
      if (this.kept === kept) this.kept = undefined;
      throw error;
    }
  }
}

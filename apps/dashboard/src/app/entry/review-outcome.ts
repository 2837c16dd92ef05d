import { Injectable } from '@angular/core';
import type { EntryView } from '@slusen/contracts';

/** What became of an entry that was just reviewed. */
export interface Outcome {
  readonly action: 'approve' | 'return';
  readonly entry: Pick<EntryView, 'reporting' | 'indicator' | 'period'>;
}

/** Carries what a reviewer just did to the next page, where it is said once. */
@Injectable({ providedIn: 'root' })
export class ReviewOutcome {
  private told: Outcome | undefined;

  tell(outcome: Outcome): void {
    this.told = outcome;
  }

  /** What was done, for whoever asks first. */
  take(): Outcome | undefined {
    const { told } = this;
    this.told = undefined;
    return told;
  }
}

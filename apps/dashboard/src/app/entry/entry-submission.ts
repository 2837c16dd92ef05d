import { inject, Injectable, signal } from '@angular/core';
import { EntrySaver } from './entry-saver.js';

/** What became of a press on "submit". */
@Injectable()
export class EntrySubmission {
  private readonly saver = inject(EntrySaver);
  /** It was not taken, or nobody knows yet whether it was; undefined when nothing is left to say of it. */
  readonly state = signal<'refused' | 'unanswered' | undefined>(undefined);

  /** Hands in what is saved, and tells whether it was taken; sent again without an answer in between it is the same press. */
  async handIn(): Promise<boolean> {
    const isTaken = await this.saver.take('submit');
    const failed = this.saver.isOutOfReach() ? 'unanswered' : 'refused';
    this.state.set(isTaken ? undefined : failed);
    return isTaken;
  }

  /** Nothing is left to say of it: it was taken, or the words were saved anew. */
  settle(): void {
    this.state.set(undefined);
  }

  /** It did not even come so far that it could be sent. */
  refuse(): void {
    this.state.set('refused');
  }
}

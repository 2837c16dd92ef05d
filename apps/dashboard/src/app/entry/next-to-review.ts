import { inject, Injectable } from '@angular/core';
import { EntriesApi } from '../data/entries-api.js';
import { choiceOf, type ChosenOfQueue } from './queue-filter.js';

/** So many of the queue are looked through for the one that follows. */
const LOOKED_THROUGH = 100;

/** Finds which entry is to be reviewed after another. */
@Injectable({ providedIn: 'root' })
export class NextToReview {
  private readonly api = inject(EntriesApi);

  /** The one that follows among what is chosen, or else the first: its id; undefined when there is no other to review. */
  async after(entry: string, choice: ChosenOfQueue): Promise<string | undefined> {
    const { items } = await this.api.readQueue({ limit: LOOKED_THROUGH, offset: 0, ...choiceOf(choice) }).catch(() => ({ items: [] }));
    const at = items.findIndex(({ id }) => id === entry);
    return [...items.slice(at + 1), ...items].find(({ id, isOwn }) => !isOwn && id !== entry)?.id;
  }
}

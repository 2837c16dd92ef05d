import { inject, Injectable } from '@angular/core';
import { CurrentAccount } from '../data/current-account.js';
import { DRAFT_PREFIX } from '../data/session.js';

/** The reason a reviewer has begun to write, kept in this browser for the account until it is sent or signs out. */
@Injectable({ providedIn: 'root' })
export class KeptReason {
  private readonly current = inject(CurrentAccount);

  keep(entry: string, reason: string): void {
    if (!reason) return this.remove(entry);
    try {
      localStorage.setItem(this.keyOf(entry), reason);
    } catch {
      // A full or forbidden store: the words are still on the page.
    }
  }

  find(entry: string): string {
    return localStorage.getItem(this.keyOf(entry)) ?? '';
  }

  remove(entry: string): void {
    localStorage.removeItem(this.keyOf(entry));
  }

  private keyOf(entry: string): string {
    return DRAFT_PREFIX + [this.current.account()?.id, 'granskning', entry].join('/');
  }
}

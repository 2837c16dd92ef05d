import { inject, Injectable } from '@angular/core';
import { CurrentAccount } from '../data/current-account.js';
import { DRAFT_PREFIX } from '../data/session.js';
import type { FigureAddress } from '../data/entries-api.js';
import { readKept, type KeptDraft } from './kept-draft.js';

/** Words that the server does not have yet, kept in this browser for the account that typed them, until it signs out. */
@Injectable()
export class LocalDraft {
  private readonly current = inject(CurrentAccount);

  keep(address: FigureAddress, draft: KeptDraft): void {
    try {
      localStorage.setItem(this.keyOf(address), JSON.stringify(draft));
    } catch {
      // A full or forbidden store: the words are still in the form, and on the server as soon as it can be reached.
    }
  }

  find(address: FigureAddress): KeptDraft | undefined {
    return readKept(localStorage.getItem(this.keyOf(address)));
  }

  remove(address: FigureAddress): void {
    localStorage.removeItem(this.keyOf(address));
  }

  private keyOf({ indicator, period, territory = '', breakdown = '' }: FigureAddress): string {
    return DRAFT_PREFIX + [this.current.account()?.id, indicator, period, territory, breakdown].join('/');
  }
}

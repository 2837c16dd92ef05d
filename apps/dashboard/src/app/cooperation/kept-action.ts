import { inject, Injectable } from '@angular/core';
import { CurrentAccount } from '../data/current-account.js';
import { DRAFT_PREFIX } from '../data/session.js';
import { EMPTY_ACTION, type ActionText } from './action-text.js';

/** Words of the form that were never sent, and the revision they were written on: 0 of an action that is not there yet. */
export interface KeptText {
  readonly text: ActionText;
  readonly revision: number;
}

/** Keeps what is being written in this browser, for the account that writes it, until it is saved or the account signs out. */
@Injectable({ providedIn: 'root' })
export class KeptAction {
  private readonly current = inject(CurrentAccount);

  keep(slug: string | undefined, kept: KeptText): void {
    try {
      localStorage.setItem(this.keyOf(slug), JSON.stringify(kept));
    } catch {
      // A full or forbidden store: the words are still in the form.
    }
  }

  find(slug: string | undefined): KeptText | undefined {
    return readKept(localStorage.getItem(this.keyOf(slug)));
  }

  remove(slug: string | undefined): void {
    localStorage.removeItem(this.keyOf(slug));
  }

  private keyOf(slug: string | undefined): string {
    return DRAFT_PREFIX + [this.current.account()?.id, 'atgard', slug ?? ''].join('/');
  }
}

/** Reads a kept copy; one that cannot be understood, or lacks a field, counts as none. */
export function readKept(stored: string | null): KeptText | undefined {
  try {
    const kept = JSON.parse(stored ?? 'null') as Partial<KeptText> | null;
    const text: Readonly<Record<string, unknown>> = { ...kept?.text };
    const isWhole = Object.entries(EMPTY_ACTION).every(([field, empty]) => typeof text[field] === typeof empty);
    return isWhole && Array.isArray(text['partners']) && typeof kept?.revision === 'number' ? (kept as KeptText) : undefined;
  } catch {
    return undefined;
  }
}

import { inject, Injectable } from '@angular/core';
import type { DraftPart } from '@slusen/contracts';
import { CurrentAccount } from '../data/current-account.js';
import { DRAFT_PREFIX } from '../data/session.js';

/** Words of a part that the server does not have yet, and the revision they were written on; 0: there was none. */
export type KeptPart = Pick<DraftPart, 'revision' | 'content'>;

/** Keeps what is written in a draft in this browser, for the account that writes it, until it is saved or the account signs out. */
@Injectable({ providedIn: 'root' })
export class KeptParts {
  private readonly current = inject(CurrentAccount);

  keep(draft: number, key: string, { revision, content }: KeptPart): void {
    try {
      localStorage.setItem(this.prefixOf(draft) + key, JSON.stringify({ revision, content }));
    } catch {
      // A full or forbidden store: the words are still on the screen, and on the server in a moment.
    }
  }

  remove(draft: number, key: string): void {
    localStorage.removeItem(this.prefixOf(draft) + key);
  }

  /** Everything that is kept of a draft, by the names of its parts. */
  of(draft: number): readonly (readonly [key: string, kept: KeptPart])[] {
    const prefix = this.prefixOf(draft);
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
    return names.flatMap((name) => {
      const kept = readKept(localStorage.getItem(name));
      return kept ? [[name.slice(prefix.length), kept] as const] : [];
    });
  }

  private prefixOf(draft: number): string {
    return `${DRAFT_PREFIX}${[this.current.account()?.id, 'strategi', draft].join('/')}/`;
  }
}

/** Reads a kept copy; one that cannot be understood counts as none. */
function readKept(stored: string | null): KeptPart | undefined {
  try {
    const kept = JSON.parse(stored ?? 'null') as Partial<KeptPart> | null;
    return typeof kept?.revision === 'number' && typeof kept.content === 'object' ? (kept as KeptPart) : undefined;
  } catch {
    return undefined;
  }
}

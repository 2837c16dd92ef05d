import { inject, Injectable } from '@angular/core';
import { CurrentAccount } from '../../data/current-account.js';
import { DRAFT_PREFIX } from '../../data/session.js';
import type { Written } from './grid-cells.js';

type Kept = Pick<Written, 'text' | 'value' | 'version' | 'fault'>;

/** What stands in a grid and the server does not have, kept in this browser until it does, for the account that wrote it, in all its tabs. */
@Injectable()
export class GridKept {
  private readonly current = inject(CurrentAccount);
  private last: ReadonlySet<string> = new Set();

  /** What was left by an earlier visit, or is being written in another tab. */
  find(): Map<string, Written> {
    return new Map(Object.entries(this.stored()));
  }

  /** Keeps what is not saved; what another tab keeps stays. */
  keep(written: ReadonlyMap<string, Written>): void {
    const others = Object.entries(this.stored()).filter(([key]) => !this.last.has(key));
    const own = [...written].map(([key, { text, value, version, fault }]): [string, Kept] => [key, { text, value, version, fault }]);
    this.last = new Set(written.keys());
    try {
      if (others.length + own.length === 0) localStorage.removeItem(this.name());
      else localStorage.setItem(this.name(), JSON.stringify(Object.fromEntries([...others, ...own])));
    } catch {
      // A full or forbidden store: it still stands in the grid, and on the server as soon as that can be reached.
    }
  }

  private stored(): Record<string, Kept> {
    try {
      return (JSON.parse(localStorage.getItem(this.name()) ?? '{}') ?? {}) as Record<string, Kept>;
    } catch {
      return {};
    }
  }

  private name(): string {
    return `${DRAFT_PREFIX}${this.current.account()?.id}/rutnat`;
  }
}

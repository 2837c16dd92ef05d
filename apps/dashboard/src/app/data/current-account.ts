import { computed, Injectable, signal } from '@angular/core';
import type { SessionView } from '@slusen/contracts';

/** Says only that someone signed in with this browser: public pages ask for a session then, and never otherwise. */
const HINT = 'slusen.signed-in';

/**
 * Who is signed in, as every page may ask. The session itself, with all it can do, is loaded only where someone has signed
 * in, so that public pages do not carry it.
 */
@Injectable({ providedIn: 'root' })
export class CurrentAccount {
  private readonly current = signal<SessionView | undefined>(undefined);
  readonly view = this.current.asReadonly();
  readonly account = computed(() => this.current()?.account);

  /** Someone has signed in here before and not signed out: asking for a session is worth while. */
  isLikely(): boolean {
    return localStorage.getItem(HINT) !== null;
  }

  /** Told by the session: who it is from now on. */
  is(view: SessionView): void {
    this.current.set(view);
    localStorage.setItem(HINT, '1');
    this.keepRoom(true);
  }

  /** Nobody is signed in any more; what this browser remembers of it stays until `forget`. */
  isNobody(): void {
    this.current.set(undefined);
  }

  /** The next page need not ask for a session. */
  forget(): void {
    localStorage.removeItem(HINT);
    this.keepRoom(false);
  }

  /**
   * Room in the header for the menu of whoever is signed in, so that nothing is moved when it comes. For a page that is loaded
   * `signed-in.js` makes it before anything is seen.
   */
  private keepRoom(isKept: boolean): void {
    document.documentElement.toggleAttribute('data-signed-in', isKept);
  }
}

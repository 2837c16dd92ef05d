import { computed, inject, Injectable, signal } from '@angular/core';
import type { Credentials, SessionView } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { statusOf } from './api-problem.js';
import { CurrentAccount } from './current-account.js';
import { IdentityApi } from './identity-api.js';

/** Where unsaved forms wait; they belong to the account and go when it signs out. */
export const DRAFT_PREFIX = 'slusen.draft.';

/** Signing in and out, and the end of a session: keeps `CurrentAccount` true. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(IdentityApi);
  private readonly client = inject(ApiClient);
  private readonly current = inject(CurrentAccount);
  private readonly interruption = signal<{ resume: () => void; giveUp: () => void } | undefined>(undefined);
  private loading: Promise<void> | undefined;

  /** Someone must sign in again before their work can go on. */
  readonly isInterrupted = computed(() => this.interruption() !== undefined);
  /** When the session ends unless something is done, in milliseconds since 1970. */
  readonly endsAt = signal<number | undefined>(undefined);
  private idleTime = 0;

  /** Asks the API who is signed in, once; later calls wait for the same answer. */
  load(): Promise<void> {
    return (this.loading ??= this.fetch());
  }

  async signIn(credentials: Credentials): Promise<void> {
    this.goOnAs(await this.api.signIn(credentials));
  }

  /** Goes on after signing in elsewhere, or with other rights than before; false when somebody else has signed in, in another tab. */
  async goOnSignedIn(): Promise<boolean> {
    const view = await this.api.session();
    if (view.account.id !== this.current.account()?.id) return false;
    this.goOnAs(view);
    return true;
  }

  async signOut({ everywhere = false } = {}): Promise<void> {
    await (everywhere ? this.api.signOutEverywhere() : this.api.signOut());
    this.forget();
  }

  /** Asks for a sign-in in place and waits until it succeeded; rejects when the person gives up. */
  private interrupt(): Promise<void> {
    const earlier = this.interruption();
    return new Promise<void>((resolve, reject) => {
      this.interruption.set({
        resume: () => [earlier?.resume(), resolve()],
        giveUp: () => [earlier?.giveUp(), reject(new Error('Signed out'))],
      });
    });
  }

  /** Ends the wait for a sign-in: whatever waited fails, and nobody is signed in any more. */
  giveUp(): void {
    this.interruption()?.giveUp();
    this.interruption.set(undefined);
    this.endNow();
  }

  /** Tells that the API was just used, which moves the idle end. */
  touch(): void {
    const view = this.current.view();
    if (view) this.endsAt.set(Math.min(Date.now() + this.idleTime, Date.parse(view.expiresAt)));
  }

  /** Renews the session by using it. */
  async renew(): Promise<void> {
    this.accept(await this.api.session());
  }

  private async fetch(): Promise<void> {
    try {
      this.accept(await this.api.session());
    } catch (error) {
      if (statusOf(error) !== 401) this.loading = undefined;
      else this.current.forget();
    }
  }

  private goOnAs(view: SessionView): void {
    this.accept(view);
    this.loading = Promise.resolve();
    this.interruption()?.resume();
    this.interruption.set(undefined);
  }

  private accept(view: SessionView): void {
    this.current.is(view);
    this.client.actFor({ token: () => this.current.view()?.csrfToken, touch: () => this.touch(), signInAgain: () => this.interrupt() });
    this.idleTime = Math.max(0, Date.parse(view.idleExpiresAt) - Date.now());
    this.touch();
  }

  private forget(): void {
    for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT_PREFIX)) localStorage.removeItem(key);
    this.current.forget();
    this.endNow();
    this.loading = Promise.resolve();
  }
  private endNow(): void {
    this.current.isNobody();
    this.client.actFor(undefined);
    this.endsAt.set(undefined);
  }
}

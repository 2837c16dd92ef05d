import { inject, Injectable } from '@angular/core';
import { type GuardResult, RedirectCommand, Router } from '@angular/router';
import type { PagePath } from '@slusen/contracts/pages';
import { CurrentAccount } from '../data/current-account.js';
import { mayOpen } from '../data/page-access.js';
import { Session } from '../data/session.js';

/** The door of the pages that are not for everyone. */
@Injectable({ providedIn: 'root' })
export class Admission {
  private readonly current = inject(CurrentAccount);
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** Finds out who is signed in, once. */
  recognise(): Promise<void> {
    return this.session.load();
  }

  /**
   * Lets those in whom the list of pages admits. Who is not signed in comes back to `url` after signing in, and who must set up a second
   * factor first after that; others are shown that they have no right to the page.
   */
  async decide(path: PagePath, url: string): Promise<GuardResult> {
    await this.recognise();
    // Until a second factor is set up the API refuses everything else.
    const isHeldUp = this.current.view()?.needsSecondFactor && path !== 'konto';
    if (isHeldUp) return this.router.createUrlTree(['/konto'], { queryParams: { tillbaka: url } });
    if (mayOpen(this.current.view(), path)) return true;
    if (!this.current.account()) return this.router.createUrlTree(['/logga-in'], { queryParams: { tillbaka: url } });
    return new RedirectCommand(this.router.parseUrl('/ingen-behorighet'), { browserUrl: url });
  }
}

import { inject } from '@angular/core';
import { RedirectCommand, Router, type CanActivateFn } from '@angular/router';
import type { AccountRole } from '@slusen/domain';
import { Session } from '../data/session.js';

/** Where to go after signing in: an address of this application only, never another site's. */
export function safeReturn(address: string | undefined): string {
  return address && /^\/(?![/\\])/.test(address) ? address : '';
}

/** Lets only those in who are signed in; others come back here after signing in. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.load();
  return session.account() ? true : router.createUrlTree(['/logga-in'], { queryParams: { tillbaka: state.url } });
};

/**
 * Lets only those in who have one of the roles; others are shown that they have no right to the page. Guards of a route
 * start together, so this one waits for the session too, and leaves who is not signed in to `signedIn`.
 */
export function forRoles(...roles: readonly AccountRole[]): CanActivateFn {
  return async (_route, state) => {
    const session = inject(Session);
    const noRight = inject(Router).parseUrl('/ingen-behorighet');
    await session.load();
    return !session.account() || session.has(...roles) || new RedirectCommand(noRight, { browserUrl: state.url });
  };
}

import type { Routes } from '@angular/router';
import { guardedPage, page } from '../shell/page-route.js';

/** Signing in, and one's own account. */
export const identityRoutes: Routes = [
  page('logga-in', () => import('./sign-in-page.js').then((m) => m.SignInPage)),
  guardedPage('konto', () => import('./account-page.js').then((m) => m.AccountPage)),
];

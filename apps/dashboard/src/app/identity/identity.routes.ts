import { guardedPage, page, type PageRoute } from '../shell/page-route.js';

/** Signing in, one's own account, and the keys of business systems. */
export const identityRoutes: readonly PageRoute[] = [
  page('logga-in', () => import('./sign-in-page.js').then((m) => m.SignInPage)),
  guardedPage('konto', () => import('./account-page.js').then((m) => m.AccountPage)),
  page('valj-losenord', () => import('./choose-password-page.js').then((m) => m.ChoosePasswordPage)),
  page('glomt-losenord', () => import('./lost-password-page.js').then((m) => m.LostPasswordPage)),
  guardedPage('nycklar', () => import('./machine-keys-page.js').then((m) => m.MachineKeysPage)),
];

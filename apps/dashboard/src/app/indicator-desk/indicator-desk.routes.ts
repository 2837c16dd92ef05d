import { guardedPage, type PageRoute } from '../shell/page-route.js';

/** Indicators as whoever keeps their definitions sees them: a list, each by itself, and a new one. */
export const indicatorDeskRoutes: readonly PageRoute[] = [
  guardedPage('administration/indikatorer', () => import('./register-page.js').then((m) => m.RegisterPage)),
  guardedPage('administration/indikatorer/ny', () => import('./definition-page.js').then((m) => m.DefinitionPage)),
  guardedPage('administration/indikatorer/:slug', () => import('./definition-page.js').then((m) => m.DefinitionPage)),
];

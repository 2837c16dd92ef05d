import { guardedPage, type PageRoute } from '../shell/page-route.js';

/** Follow-up rounds: when figures are asked for together, and how far each has come. */
export const roundRoutes: readonly PageRoute[] = [
  guardedPage('omgangar', () => import('./rounds-page.js').then((m) => m.RoundsPage)),
  guardedPage('omgangar/:period', () => import('./round-page.js').then((m) => m.RoundPage)),
];

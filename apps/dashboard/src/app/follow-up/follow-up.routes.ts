import { guardedPage, type PageRoute } from '../shell/page-route.js';

/** How the goals stand, for those who govern and those who steer. */
export const followUpRoutes: readonly PageRoute[] = [
  guardedPage('oversikt', () => import('./overview-page.js').then((m) => m.OverviewPage)),
];

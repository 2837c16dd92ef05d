import { guardedPage, type PageRoute } from '../shell/page-route.js';

/** What administrators watch over. */
export const oversightRoutes: readonly PageRoute[] = [
  guardedPage('administration', () => import('./administration-page.js').then((m) => m.AdministrationPage)),
  guardedPage('administration/handelser', () => import('./trail-page.js').then((m) => m.TrailPage)),
  guardedPage('administration/datahalsa', () => import('./data-health-page.js').then((m) => m.DataHealthPage)),
  guardedPage('administration/inlasningar', () => import('./imports-page.js').then((m) => m.ImportsPage)),
  guardedPage('administration/inlasningar/:id', () => import('./import-page.js').then((m) => m.ImportPage)),
];

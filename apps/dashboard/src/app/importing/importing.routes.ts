import { guardedPage, type PageRoute } from '../shell/page-route.js';

/** Files of figures: sent, looked at, checked and published. */
export const importingRoutes: readonly PageRoute[] = [
  guardedPage('importera', () => import('./files-page.js').then((m) => m.FilesPage)),
  guardedPage('importera/:id', () => import('./file-page.js').then((m) => m.FilePage)),
];

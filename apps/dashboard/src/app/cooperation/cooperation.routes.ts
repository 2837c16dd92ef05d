import { guardedPage, type PageRoute } from '../shell/page-route.js';

/** What officials do for the goals: their actions, and how far they have come. */
export const cooperationRoutes: readonly PageRoute[] = [
  guardedPage('atgarder', () => import('./action-desk-page.js').then((m) => m.ActionDeskPage)),
  guardedPage('ny-atgard', () => import('./action-form-page.js').then((m) => m.ActionFormPage)),
  guardedPage('atgarder/:slug', () => import('./action-form-page.js').then((m) => m.ActionFormPage)),
];

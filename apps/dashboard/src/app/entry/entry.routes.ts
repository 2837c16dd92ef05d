import type { CanDeactivateFn } from '@angular/router';
import { guardedPage, type PageRoute } from '../shell/page-route.js';
import type { EntryPage } from './entry-page.js';

const asksBeforeLeaving: CanDeactivateFn<EntryPage | null> = (entry) => entry?.mayLeave() ?? true;

/** A figure on its way in: what is to be done, the form, and the review. */
export const entryRoutes: readonly PageRoute[] = [
  guardedPage('mina-uppgifter', () => import('./tasks-page.js').then((m) => m.TasksPage)),
  guardedPage('mina-indikatorer', () => import('./own-indicators-page.js').then((m) => m.OwnIndicatorsPage)),
  guardedPage('inmatning/:indicator/:period', () => import('./entry-page.js').then((m) => m.EntryPage), {
    canDeactivate: [asksBeforeLeaving],
  }),
  guardedPage('granskning', () => import('./review-queue-page.js').then((m) => m.ReviewQueuePage)),
  guardedPage('granskning/:id', () => import('./review-page.js').then((m) => m.ReviewPage)),
];

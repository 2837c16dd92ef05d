import { guardedPage, type PageRoute } from '../shell/page-route.js';

/** Versions of the strategy that are being written, and targets that are changed by a decision of their own. */
export const draftingRoutes: readonly PageRoute[] = [
  guardedPage('administration/mal/:goal/:indikator', () => import('./target-page.js').then((m) => m.TargetPage)),
  guardedPage('administration/strategi', () => import('./draft-list-page.js').then((m) => m.DraftListPage)),
  guardedPage('administration/strategi/jamfor/:id', () => import('./draft-comparison-page.js').then((m) => m.DraftComparisonPage)),
  guardedPage('administration/strategi/matbarhet/:id', () => import('./measurability-page.js').then((m) => m.MeasurabilityPage)),
  guardedPage('administration/strategi/:id', () => import('./draft-page.js').then((m) => m.DraftPage), {
    canDeactivate: [(component: { mayLeave?: () => Promise<boolean> }) => component.mayLeave?.() ?? true],
  }),
];

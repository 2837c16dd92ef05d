import { guardedPage, type PageRoute } from '../shell/page-route.js';

/** What was published by mistake and is hidden. */
export const maskingRoutes: readonly PageRoute[] = [guardedPage('dolj', () => import('./masking-page.js').then((m) => m.MaskingPage))];

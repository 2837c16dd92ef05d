import type { Routes } from '@angular/router';
import { guardedPage } from '../shell/page-route.js';

/** What was published by mistake and is hidden. */
export const maskingRoutes: Routes = [guardedPage('dolj', () => import('./masking-page.js').then((m) => m.MaskingPage))];

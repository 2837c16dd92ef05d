import type { Routes } from '@angular/router';
import { page } from '../shell/page-route.js';

/** What was published by mistake and is hidden. */
export const maskingRoutes: Routes = [page('dolj', () => import('./masking-page.js').then((m) => m.MaskingPage))];

import type { Routes } from '@angular/router';
import { guardedPage } from '../shell/page-route.js';

/** How the goals stand, for those who govern and those who steer. */
export const followUpRoutes: Routes = [guardedPage('oversikt', () => import('./overview-page.js').then((m) => m.OverviewPage))];

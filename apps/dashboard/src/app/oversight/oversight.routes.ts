import type { Routes } from '@angular/router';
import { page } from '../shell/page-route.js';

/** What administrators watch over. */
export const oversightRoutes: Routes = [
  page('administration', () => import('./administration-page.js').then((m) => m.AdministrationPage)),
  page('administration/handelser', () => import('./trail-page.js').then((m) => m.TrailPage)),
  page('administration/datahalsa', () => import('./data-health-page.js').then((m) => m.DataHealthPage)),
];

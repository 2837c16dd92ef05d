import type { Routes } from '@angular/router';
import { page } from '../shell/page-route.js';

/** Indicators as whoever keeps their definitions sees them: a list, each by itself, and a new one. */
export const indicatorDeskRoutes: Routes = [
  page('administration/indikatorer', () => import('./register-page.js').then((m) => m.RegisterPage)),
  page('administration/indikatorer/ny', () => import('./definition-page.js').then((m) => m.DefinitionPage)),
  page('administration/indikatorer/:slug', () => import('./definition-page.js').then((m) => m.DefinitionPage)),
];

import type { Routes } from '@angular/router';
import { page } from '../shell/page-route.js';

/** What officials do for the goals: their actions, and how far they have come. */
export const cooperationRoutes: Routes = [
  page('atgarder', () => import('./action-desk-page.js').then((m) => m.ActionDeskPage)),
  page('ny-atgard', () => import('./action-form-page.js').then((m) => m.ActionFormPage)),
  page('atgarder/:slug', () => import('./action-form-page.js').then((m) => m.ActionFormPage)),
];

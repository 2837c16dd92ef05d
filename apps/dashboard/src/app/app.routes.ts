import type { Routes } from '@angular/router';
import { publicRoutes } from './public/public.routes.js';
import { ErrorPage } from './shell/error-page.js';

/** Every page: each feature brings its own, and the list of pages (`@slusen/contracts/pages`) says who may open them. */
export const routes: Routes = [
  ...publicRoutes,
  { path: 'ingen-behorighet', component: ErrorPage, data: { status: 403 } },
  { path: '', loadChildren: () => import('./work.routes.js').then((m) => m.workRoutes) },
  { path: '**', component: ErrorPage, data: { status: 404 } },
];

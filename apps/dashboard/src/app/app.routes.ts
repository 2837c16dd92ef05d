import type { Routes } from '@angular/router';
import { publicRoutes } from './public/public.routes.js';
import { withDoor } from './shell/admission-guard.js';
import { ErrorPage } from './shell/error-page.js';

/** The pages of those who work here: fetched when an address is none of the public ones, so that readers carry no list of them. */
export const loadWorkRoutes = (): Promise<Routes> => import('./work.routes.js').then((m) => m.workRoutes.map(withDoor));

/** Every page: each feature brings its own, and the list of pages (`@slusen/contracts/pages`) says who may open them. */
export const routes: Routes = [
  ...publicRoutes,
  { path: '', loadChildren: loadWorkRoutes },
  { path: 'ingen-behorighet', component: ErrorPage, data: { status: 403 } },
  { path: '**', component: ErrorPage, data: { status: 404 } },
];

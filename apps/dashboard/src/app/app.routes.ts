import type { Routes } from '@angular/router';
import { administrationRoutes } from './administration/administration.routes.js';
import { draftingRoutes } from './drafting/drafting.routes.js';
import { cooperationRoutes } from './cooperation/cooperation.routes.js';
import { entryRoutes } from './entry/entry.routes.js';
import { followUpRoutes } from './follow-up/follow-up.routes.js';
import { identityRoutes } from './identity/identity.routes.js';
import { indicatorDeskRoutes } from './indicator-desk/indicator-desk.routes.js';
import { maskingRoutes } from './masking/masking.routes.js';
import { oversightRoutes } from './oversight/oversight.routes.js';
import { publicRoutes } from './public/public.routes.js';
import { settingsRoutes } from './settings/settings.routes.js';
import { ErrorPage } from './shell/error-page.js';

/** Every page: each feature brings its own, and the list of pages (`@slusen/contracts/pages`) says who may open them. */
export const routes: Routes = [
  ...publicRoutes,
  ...identityRoutes,
  ...entryRoutes,
  ...followUpRoutes,
  ...cooperationRoutes,
  ...indicatorDeskRoutes,
  ...maskingRoutes,
  ...administrationRoutes,
  ...draftingRoutes,
  ...settingsRoutes,
  ...oversightRoutes,
  { path: 'ingen-behorighet', component: ErrorPage, data: { status: 403 } },
  { path: '**', component: ErrorPage, data: { status: 404 } },
];

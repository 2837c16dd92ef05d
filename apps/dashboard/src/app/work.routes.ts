import type { Routes } from '@angular/router';
import { cooperationRoutes } from './cooperation/cooperation.routes.js';
import { draftingRoutes } from './drafting/drafting.routes.js';
import { entryRoutes } from './entry/entry.routes.js';
import { followUpRoutes } from './follow-up/follow-up.routes.js';
import { identityRoutes } from './identity/identity.routes.js';
import { indicatorDeskRoutes } from './indicator-desk/indicator-desk.routes.js';
import { maskingRoutes } from './masking/masking.routes.js';
import { oversightRoutes } from './oversight/oversight.routes.js';
import { settingsRoutes } from './settings/settings.routes.js';

/** The pages where people sign in and work: fetched with the first of them, so that public pages need not carry where they are. */
export const workRoutes: Routes = [
  ...identityRoutes,
  ...entryRoutes,
  ...followUpRoutes,
  ...cooperationRoutes,
  ...indicatorDeskRoutes,
  ...maskingRoutes,
  ...draftingRoutes,
  ...settingsRoutes,
  ...oversightRoutes,
];

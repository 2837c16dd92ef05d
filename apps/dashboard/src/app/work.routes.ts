import { administrationRoutes } from './administration/administration.routes.js';
import { draftingRoutes } from './drafting/drafting.routes.js';
import { cooperationRoutes } from './cooperation/cooperation.routes.js';
import { entryRoutes } from './entry/entry.routes.js';
import { followUpRoutes } from './follow-up/follow-up.routes.js';
import { gridRoutes } from './entry/grid/grid.routes.js';
import { identityRoutes } from './identity/identity.routes.js';
import { importingRoutes } from './importing/importing.routes.js';
import { indicatorDeskRoutes } from './indicator-desk/indicator-desk.routes.js';
import { maskingRoutes } from './masking/masking.routes.js';
import { oversightRoutes } from './oversight/oversight.routes.js';
import { roundRoutes } from './rounds/rounds.routes.js';
import { settingsRoutes } from './settings/settings.routes.js';
import type { PageRoute } from './shell/page-route.js';

/** The pages of those who work here, and the ways in to them. */
export const workRoutes: readonly PageRoute[] = [
  ...identityRoutes,
  ...entryRoutes,
  ...gridRoutes,
  ...roundRoutes,
  ...importingRoutes,
  ...followUpRoutes,
  ...cooperationRoutes,
  ...indicatorDeskRoutes,
  ...maskingRoutes,
  ...administrationRoutes,
  ...draftingRoutes,
  ...settingsRoutes,
  ...oversightRoutes,
];

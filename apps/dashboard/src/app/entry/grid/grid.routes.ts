import type { CanDeactivateFn } from '@angular/router';
import { guardedPage, type PageRoute } from '../../shell/page-route.js';
import type { GridPage } from './grid-page.js';

const savesBeforeLeaving: CanDeactivateFn<GridPage | null> = (grid) => grid?.mayLeave() ?? true;

/** Many figures at once. */
export const gridRoutes: readonly PageRoute[] = [
  guardedPage('rutnat', () => import('./grid-page.js').then((m) => m.GridPage), { canDeactivate: [savesBeforeLeaving] }),
];

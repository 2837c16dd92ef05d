import { guardedPage, page, type PageRoute } from '../shell/page-route.js';

/** Whose the installation is, and its first hour. */
export const settingsRoutes: readonly PageRoute[] = [
  page('kom-igang', () => import('./set-up-page.js').then((m) => m.SetUpPage)),
  guardedPage('administration/installningar', () => import('./settings-page.js').then((m) => m.SettingsPage)),
];

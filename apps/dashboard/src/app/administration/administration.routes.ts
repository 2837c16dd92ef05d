import { guardedPage, type PageRoute } from '../shell/page-route.js';

/** People, actors, outgoing mail, and jobs that were given up. */
export const administrationRoutes: readonly PageRoute[] = [
  guardedPage('administration/personer/:id', () => import('./person-page.js').then((m) => m.PersonPage)),
  guardedPage('administration/personer', () => import('./people-page.js').then((m) => m.PeoplePage)),
  guardedPage('administration/aktorer', () => import('./actors-page.js').then((m) => m.ActorsPage)),
  guardedPage('administration/gallring', () => import('./disposal-page.js').then((m) => m.DisposalPage)),
  guardedPage('administration/aktorer/:slug', () => import('./reorganise-page.js').then((m) => m.ReorganisePage)),
  guardedPage('administration/post', () => import('./mails-page.js').then((m) => m.MailsPage)),
  guardedPage('administration/jobb', () => import('./jobs-page.js').then((m) => m.JobsPage)),
];

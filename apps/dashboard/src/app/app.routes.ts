import type { Routes } from '@angular/router';
import { forRoles, signedIn } from './identity/signed-in.js';
import { ErrorPage } from './shell/error-page.js';

const publicPages: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./public/start-page.js').then((m) => m.StartPage) },
  { path: 'omrade/:slug', loadComponent: () => import('./public/area-page.js').then((m) => m.AreaPage) },
  { path: 'mal/:slug', loadComponent: () => import('./public/goal-page.js').then((m) => m.GoalPage) },
  { path: 'indikator/:slug', loadComponent: () => import('./public/indicator-page.js').then((m) => m.IndicatorPage) },
  { path: 'indikatorer', loadComponent: () => import('./public/indicator-list-page.js').then((m) => m.IndicatorListPage) },
  { path: 'samverkan', loadComponent: () => import('./public/actor-list-page.js').then((m) => m.ActorListPage) },
  { path: 'samverkan/:slug', loadComponent: () => import('./public/actor-page.js').then((m) => m.ActorPage) },
  { path: 'metod', loadComponent: () => import('./public/method-page.js').then((m) => m.MethodPage) },
  { path: 'behorigheter', loadComponent: () => import('./public/rights-page.js').then((m) => m.RightsPage) },
  { path: 'tillganglighet', loadComponent: () => import('./public/accessibility-page.js').then((m) => m.AccessibilityPage) },
  { path: 'personuppgifter', loadComponent: () => import('./public/personal-data-page.js').then((m) => m.PersonalDataPage) },
  { path: 'om', loadComponent: () => import('./public/about-page.js').then((m) => m.AboutPage) },
];

const signedInPages: Routes = [
  { path: 'logga-in', loadComponent: () => import('./identity/sign-in-page.js').then((m) => m.SignInPage) },
  { path: 'konto', canActivate: [signedIn], loadComponent: () => import('./identity/account-page.js').then((m) => m.AccountPage) },
  {
    path: 'mina-uppgifter',
    canActivate: [signedIn, forRoles('reporter')],
    loadComponent: () => import('./entry/tasks-page.js').then((m) => m.TasksPage),
  },
  {
    path: 'inmatning/:indicator/:period',
    canActivate: [signedIn, forRoles('reporter')],
    canDeactivate: [(page: { mayLeave?: () => boolean }) => page.mayLeave?.() ?? true],
    loadComponent: () => import('./entry/entry-page.js').then((m) => m.EntryPage),
  },
  {
    path: 'granskning',
    canActivate: [signedIn, forRoles('reviewer')],
    loadComponent: () => import('./entry/review-queue-page.js').then((m) => m.ReviewQueuePage),
  },
  {
    path: 'granskning/:id',
    canActivate: [signedIn, forRoles('reviewer')],
    loadComponent: () => import('./entry/review-page.js').then((m) => m.ReviewPage),
  },
  {
    path: 'oversikt',
    canActivate: [signedIn, forRoles('politician', 'strategist', 'administrator')],
    loadComponent: () => import('./follow-up/overview-page.js').then((m) => m.OverviewPage),
  },
];

/** Every page, each loaded when it is asked for. */
export const routes: Routes = [
  ...publicPages,
  ...signedInPages,
  { path: 'ingen-behorighet', component: ErrorPage, data: { status: 403 } },
  { path: '**', component: ErrorPage, data: { status: 404 } },
];

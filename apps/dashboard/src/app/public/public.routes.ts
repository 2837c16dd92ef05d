import { page, type PageRoute } from '../shell/page-route.js';

/** What everybody reads. */
export const publicRoutes: readonly PageRoute[] = [
  page('', () => import('./start-page.js').then((m) => m.StartPage)),
  page('omrade/:slug', () => import('./area-page.js').then((m) => m.AreaPage)),
  page('mal/:slug', () => import('./goal-page.js').then((m) => m.GoalPage)),
  page('indikator/:slug', () => import('./indicator-page.js').then((m) => m.IndicatorPage)),
  page('indikator/:slug/historik', () => import('./revisions-page.js').then((m) => m.RevisionsPage)),
  page('indikatorer', () => import('./indicator-list-page.js').then((m) => m.IndicatorListPage)),
  page('kalender', () => import('./release-calendar-page.js').then((m) => m.ReleaseCalendarPage)),
  page('samverkan', () => import('./actor-list-page.js').then((m) => m.ActorListPage)),
  page('samverkan/:slug', () => import('./actor-page.js').then((m) => m.ActorPage)),
  page('atgard/:slug', () => import('./action-page.js').then((m) => m.ActionPage)),
  page('strategi', () => import('./strategy-page.js').then((m) => m.StrategyPage)),
  page('strategi/version/:nummer', () => import('./strategy-page.js').then((m) => m.StrategyPage)),
  page('roller', () => import('./role-matrix-page.js').then((m) => m.RoleMatrixPage)),
  page('strategi/jamfor', () => import('./version-comparison-page.js').then((m) => m.VersionComparisonPage)),
  page('strategi/foljs-inte-langre-upp', () => import('./no-longer-followed-up-page.js').then((m) => m.NoLongerFollowedUpPage)),
  page('metod', () => import('./method-page.js').then((m) => m.MethodPage)),
  page('behorigheter', () => import('./rights-page.js').then((m) => m.RightsPage)),
  page('tillganglighet', () => import('./accessibility-page.js').then((m) => m.AccessibilityPage)),
  page('personuppgifter', () => import('./personal-data-page.js').then((m) => m.PersonalDataPage)),
  page('om', () => import('./about-page.js').then((m) => m.AboutPage)),
];

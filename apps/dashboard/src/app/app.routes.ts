import type { Routes } from '@angular/router';
import { ErrorPage } from './shell/error-page.js';

/** Every page, each loaded when it is asked for. */
export const routes: Routes = [
  { path: '', loadComponent: () => import('./public/start-page.js').then((m) => m.StartPage) },
  ...['logga-in','mina-uppgifter','inmatning/:indicator/:period','granskning','granskning/:id','oversikt','konto'].map((path) => ({ path, component: ErrorPage })),
  { path: '**', component: ErrorPage },
];

import type { Type } from '@angular/core';
import type { Route } from '@angular/router';
import type { PagePath } from '@slusen/contracts/pages';

type Load = () => Promise<Type<unknown>>;

/** A route as a feature brings it. */
export interface PageRoute extends Route {
  readonly path: PagePath;
  /** Not everyone may open it: the list of pages says who. */
  readonly isGuarded?: true;
}

/** The route of a page that is open to everyone, loaded when it is asked for. */
export function page(path: PagePath, load: Load): PageRoute {
  return { path, pathMatch: path === '' ? 'full' : 'prefix', loadComponent: load };
}

/** The same of a page that is not open to everyone. */
export function guardedPage(path: PagePath, load: Load, more: Pick<Route, 'canDeactivate'> = {}): PageRoute {
  return { path, pathMatch: 'prefix', isGuarded: true, loadComponent: load, ...more };
}

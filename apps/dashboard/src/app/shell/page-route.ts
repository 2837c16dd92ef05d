import { injectAsync, type Type } from '@angular/core';
import type { CanActivateFn, Route } from '@angular/router';
import { PAGES, type PagePath } from '@slusen/contracts/pages';

/**
 * The route of a page, loaded when it is asked for. The list of pages says who may open it, so a page that is not there has no
 * route either.
 */
export function page(path: PagePath, load: () => Promise<Type<unknown>>, more: Pick<Route, 'canDeactivate'> = {}): Route {
  const isOpen = PAGES[path].admits === 'everyone';
  return { path, pathMatch: path === '' ? 'full' : 'prefix', canActivate: isOpen ? [] : [admission(path)], loadComponent: load, ...more };
}

/** What asks for a session comes with the first page that needs one. */
function admission(path: PagePath): CanActivateFn {
  return async (_route, { url }) => {
    const door = injectAsync(() => import('../identity/admission.js').then((m) => m.Admission));
    return (await door()).decide(path, url);
  };
}

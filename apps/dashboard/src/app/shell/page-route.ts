import { injectAsync, type Type } from '@angular/core';
import type { CanActivateFn, Route } from '@angular/router';
import type { PagePath } from '@slusen/contracts/pages';

type Load = () => Promise<Type<unknown>>;

/** The route of a page that is open to everyone, loaded when it is asked for. */
export function page(path: PagePath, load: Load): Route {
  return { path, pathMatch: path === '' ? 'full' : 'prefix', loadComponent: load };
}

/** The same of a page that is not: the list of pages says who may open it, and is read at the door, so that public pages need not carry it. */
export function guardedPage(path: PagePath, load: Load, more: Pick<Route, 'canDeactivate'> = {}): Route {
  return { path, pathMatch: 'prefix', canActivate: [admission(path)], loadComponent: load, ...more };
}

/** What asks for a session comes with the first page that needs one. */
function admission(path: PagePath): CanActivateFn {
  return async (_route, { url }) => {
    const door = injectAsync(() => import('../identity/admission.js').then((m) => m.Admission));
    return (await door()).decide(path, url);
  };
}

import { injectAsync } from '@angular/core';
import type { CanActivateFn, Route } from '@angular/router';
import type { PageRoute } from './page-route.js';

/** The route with somebody at its door, where not everyone may open it: the list of pages is read there, so that readers carry none. */
export function withDoor(route: PageRoute): Route {
  return route.isGuarded ? { ...route, canActivate: [admission(route)] } : route;
}

/** What asks for a session comes with the first page that needs one. */
function admission({ path }: PageRoute): CanActivateFn {
  return async (_route, { url }) => {
    const door = injectAsync(() => import('../identity/admission.js').then((m) => m.Admission));
    return (await door()).decide(path, url);
  };
}

import { afterNextRender, DestroyRef, inject } from '@angular/core';
import { NavigationSkipped, NavigationSkippedCode, Router } from '@angular/router';

/** How long something read may stand, in milliseconds, before it is read again when people come back to the window. */
const STALE_AFTER = 20_000;

/**
 * Does the work when people come back to the window after a while, and when they choose the page they are already on in a menu.
 * Needs an injection context.
 */
export function onReturn(work: () => void): void {
  const router = inject(Router);
  const life = new AbortController();
  let doneAt = Date.now();
  const doNow = (): void => {
    doneAt = Date.now();
    work();
  };
  const doIfStale = (): void => {
    if (document.visibilityState === 'visible' && Date.now() - doneAt >= STALE_AFTER) doNow();
  };
  afterNextRender(() => {
    addEventListener('focus', doIfStale, life);
    document.addEventListener('visibilitychange', doIfStale, life);
  });
  const navigations = router.events.subscribe((event) => {
    if (event instanceof NavigationSkipped && event.code === NavigationSkippedCode.IgnoredSameUrlNavigation) doNow();
  });
  inject(DestroyRef).onDestroy(() => {
    life.abort();
    navigations.unsubscribe();
  });
}

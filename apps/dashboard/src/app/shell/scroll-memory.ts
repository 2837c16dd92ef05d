import { Location } from '@angular/common';
import { afterNextRender, DestroyRef, inject, Injectable, Injector } from '@angular/core';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

/** In the session's storage: the prefix of an address, whose value is how many pixels its page was scrolled. */
const PREFIX = 'slusen.scroll ';
/** Whoever does one of these goes where they want. */
const BY_HAND = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
/** Milliseconds within which a page is whole, also over a slow line. */
const WHOLE_AFTER = 10_000;

/**
 * Brings whoever goes back to where they were on the page, and whoever goes on to its top or to the part that the address
 * names. The router's own memory looks once, before what the page shows has been fetched; so does the browser's where a page is
 * loaded anew, which is too soon for a page that the server has not drawn.
 */
@Injectable({ providedIn: 'root' })
export class ScrollMemory {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly injector = inject(Injector);
  private readonly life = new AbortController();
  private here = '';
  private goesBack = false;
  private stop = (): void => {};

  constructor() {
    afterNextRender(() => this.begin());
    inject(DestroyRef).onDestroy(() => this.life.abort());
  }

  private begin(): void {
    this.here = this.location.path(true);
    history.scrollRestoration = 'manual';
    const [loading] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (loading?.type !== 'navigate' && this.top() > document.body.scrollHeight - innerHeight) this.restore();
    addEventListener('pagehide', () => this.leaveDocument(), this.life);
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart) this.leave(event);
      if (event instanceof NavigationEnd && event.id > 1) this.arrive();
    });
  }

  private leaveDocument(): void {
    this.remember();
    // A page that the server draws is there before any script is, and the browser brings people back at once.
    history.scrollRestoration = 'auto';
  }

  /** Where on this page people were. */
  private top(): number {
    return Number(sessionStorage.getItem(PREFIX + this.here));
  }

  private remember(): void {
    sessionStorage.setItem(PREFIX + this.here, String(scrollY));
  }

  private leave({ id, navigationTrigger }: NavigationStart): void {
    if (id === 1) return;
    this.stop();
    this.remember();
    this.goesBack = navigationTrigger === 'popstate';
  }

  private arrive(): void {
    this.here = this.location.path(true);
    afterNextRender(() => (this.goesBack ? this.restore() : this.showBeginning()), { injector: this.injector });
  }

  /**
   * Goes there again as the page grows, until the reader scrolls by hand, another page is asked for, or it should be whole. Once it is there,
   * more may still come above the place, and the browser would follow what that pushes down.
   */
  private restore(): void {
    const top = this.top();
    const over = new AbortController();
    const growth = new ResizeObserver(() => scrollTo({ top, behavior: 'instant' }));
    const stop = (this.stop = () => {
      growth.disconnect();
      over.abort();
    });
    setTimeout(stop, WHOLE_AFTER);
    growth.observe(document.body);
    for (const input of BY_HAND) addEventListener(input, stop, over);
  }

  private showBeginning(): void {
    const part = document.getElementById(this.here.split('#')[1] ?? '');
    if (part) part.scrollIntoView({ behavior: 'instant' });
    else scrollTo({ top: 0, behavior: 'instant' });
  }
}

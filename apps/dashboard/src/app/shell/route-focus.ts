import { afterNextRender, Directive, effect, ElementRef, inject, Injector, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** Moves the focus to the page's content after a navigation, as the browser does when it loads a page; not on the first. */
@Directive({ selector: '[appRouteFocus]' })
export class RouteFocus {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private lastPath: string | undefined;
  private readonly navigation = toSignal(inject(Router).events.pipe(filter((event) => event instanceof NavigationEnd)));

  constructor() {
    effect(() => {
      const path = this.navigation()?.urlAfterRedirects.split(/[?#]/)[0];
      untracked(() => this.moveTo(path));
    });
  }

  private moveTo(path: string | undefined): void {
    if (path === undefined) return;
    const isFirst = this.lastPath === undefined;
    const isSame = this.lastPath === path;
    this.lastPath = path;
    if (isFirst || isSame) return;
    afterNextRender(() => this.element.focus({ preventScroll: true }), { injector: this.injector });
  }
}

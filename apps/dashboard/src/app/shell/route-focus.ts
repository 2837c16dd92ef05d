import { afterNextRender, Directive, effect, ElementRef, inject, Injector, untracked } from '@angular/core';
import { CurrentPath } from './current-path.js';

/** Moves the focus to the page's content after a navigation, as the browser does when it loads a page; not on the first. */
@Directive({ selector: '[appRouteFocus]' })
export class RouteFocus {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly current = inject(CurrentPath);
  private isFirst = true;

  constructor() {
    effect(() => {
      this.current.path();
      untracked(() => this.moveFocus());
    });
  }

  private moveFocus(): void {
    const { isFirst } = this;
    this.isFirst = false;
    if (!isFirst) afterNextRender(() => this.element.focus({ preventScroll: true }), { injector: this.injector });
  }
}

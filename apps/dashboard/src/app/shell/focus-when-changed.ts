import { afterNextRender, effect, ElementRef, inject, Injector } from '@angular/core';

/**
 * Whoever goes on within a page begins at the heading of what they went to; the first that is shown takes no focus. `shown` names it, and is
 * undefined while nothing is there. Needs the injection context of a component.
 */
export function focusWhenChanged(selector: string, shown: () => string | undefined): void {
  const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const injector = inject(Injector);
  let last: string | undefined;
  effect(() => {
    const now = shown();
    if (now === undefined) return;
    const focus = (): void => element.querySelector<HTMLElement>(selector)?.focus();
    if (last !== undefined && last !== now) afterNextRender({ read: focus }, { injector });
    last = now;
  });
}

import { afterNextRender, ElementRef, inject, Injector } from '@angular/core';

/** Gives what moves the focus to the first field that is wrong, once the page says so. Needs an injection context. */
export function injectFocusOnFault(): () => void {
  const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const injector = inject(Injector);
  const focus = (): void => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  return () => void afterNextRender({ read: focus }, { injector });
}

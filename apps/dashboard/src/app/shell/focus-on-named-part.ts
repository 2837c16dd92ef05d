import { afterNextRender, effect, ElementRef, inject, Injector } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/** Whoever came by an address with the name of a field begins in it, once the page is there. Needs the injection context of a component. */
export function focusOnNamedPart(isThere: () => boolean): void {
  const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const injector = inject(Injector);
  const name = inject(ActivatedRoute).snapshot.fragment;
  const coming = effect(() => {
    if (!name || !isThere()) return;
    coming.destroy();
    afterNextRender({ read: () => element.querySelector<HTMLElement>(`#${CSS.escape(name)}`)?.focus() }, { injector });
  });
}

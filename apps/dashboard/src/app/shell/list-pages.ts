import { Component, input } from '@angular/core';
import type { ListPage } from './list-page.js';

/** The way to the pages of a list before and after the one that is shown. */
@Component({
  selector: 'app-list-pages',
  template: `
    @let page = of();
    <nav class="row section" i18n-aria-label="@@pages.label" aria-label="Sidor">
      @if (page.from() > 0) {
        <button class="button secondary" type="button" (click)="page.goTo(page.from() - page.size)">
          {{ texts.previous }}
        </button>
      }
      @if (page.from() + page.size < total()) {
        <button class="button secondary" type="button" (click)="page.goTo(page.from() + page.size)">{{ texts.next }}</button>
      }
    </nav>
  `,
})
export class ListPages {
  protected readonly texts = {
    previous: $localize`:@@pages.previous:Föregående`,
    next: $localize`:@@pages.next:Nästa`,
  };
  readonly of = input.required<ListPage>();
  readonly total = input.required<number>();
}

import { Component, computed, input, type Resource } from '@angular/core';
import { statusOf } from '../data/api-problem.js';
import { ErrorPage } from './error-page.js';

/** What stands where a page's content will be while it is fetched, or when it cannot be had. */
@Component({
  selector: 'app-page-state',
  imports: [ErrorPage],
  template: `
    @if (of().error()) {
      <app-error-page [status]="status()" />
    } @else {
      <p class="soft" role="status" i18n="@@page.loading">Hämtar …</p>
    }
  `,
})
export class PageState {
  readonly of = input.required<Resource<unknown>>();
  protected readonly status = computed(() => statusOf(this.of().error()));
}

import { Component, computed, input } from '@angular/core';
import { problemOf, statusOf } from '../data/api-problem.js';
import type { Reading } from '../data/reading.js';
import { ErrorPage } from './error-page.js';

/** What stands where a page's content will be while it is fetched, or when it cannot be had. */
@Component({
  selector: 'app-page-state',
  imports: [ErrorPage],
  template: `
    @if (of().error()) {
      <app-error-page [status]="status()" [isNew]="isNew()" [reference]="reference()" />
    } @else {
      <p class="soft" role="status">{{ texts.loading }}</p>
    }
  `,
})
export class PageState {
  protected readonly texts = {
    loading: $localize`:@@page.loading:Hämtar …`,
  };
  readonly of = input.required<Reading<unknown>>();
  protected readonly isNew = computed(() => problemOf(this.of().error())?.code === 'strategy.not-found');
  protected readonly status = computed(() => statusOf(this.of().error()));
  protected readonly reference = computed(() =>
    this.status() >= 500 ? problemOf(this.of().error())?.instance?.replace('urn:request:', '') : undefined,
  );
}

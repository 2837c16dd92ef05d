import { Component, input } from '@angular/core';
import { Banner } from '@slusen/ui';
import type { Attempt } from '../data/attempt.js';

/** How the last change went. It stays in sight for whoever is further down the page, at the button that was pressed. */
@Component({
  selector: 'app-attempt-notice',
  imports: [Banner],
  host: { class: 'kept-in-sight' },
  template: `
    @if (of().problem(); as problem) {
      <ui-banner tone="problem" [live]="true"
        ><p>{{ problem }}</p></ui-banner
      >
    }
    @if (of().done(); as done) {
      <ui-banner tone="success" [live]="true"
        ><p>{{ done }} <ng-content /></p
      ></ui-banner>
    }
  `,
})
export class AttemptNotice {
  readonly of = input.required<Attempt>();
}

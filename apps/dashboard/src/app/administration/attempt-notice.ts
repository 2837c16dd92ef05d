import { Component, input } from '@angular/core';
import { Banner } from '@slusen/ui';
import type { Attempt } from './attempt.js';

/** How the last change went. */
@Component({
  selector: 'app-attempt-notice',
  imports: [Banner],
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

import { Component, input } from '@angular/core';

/** A question whose answer unfolds ("Varför?"): the browser's own details, so that it works without JavaScript. */
@Component({
  selector: 'ui-disclosure',
  template: `
    <details class="disclosure" [open]="open()">
      <summary>{{ summary() }}</summary>
      <div class="content"><ng-content /></div>
    </details>
  `,
})
export class Disclosure {
  readonly summary = input.required<string>();
  readonly open = input(false);
}

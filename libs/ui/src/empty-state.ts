import { Component, input } from '@angular/core';

/** What stands where there is nothing to show: what is missing, and what to do instead (as content). */
@Component({
  selector: 'ui-empty-state',
  template: `
    <div class="empty-state">
      <h2>{{ heading() }}</h2>
      <ng-content />
    </div>
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
}

import { Component, input } from '@angular/core';

/** A message across the page. Problems and successes that appear while someone works are read out when they come. */
@Component({
  selector: 'ui-banner',
  template: `
    <div class="banner" [class]="tone()" [attr.role]="live() ? (tone() === 'problem' ? 'alert' : 'status') : null">
      <div><ng-content /></div>
    </div>
  `,
})
export class Banner {
  readonly tone = input<'note' | 'warning' | 'problem' | 'success'>('note');
  /** It appeared because of something the reader did. */
  readonly live = input(false);
}

import { Component, computed, input } from '@angular/core';
import { statusWord, type Status } from '@slusen/domain';
import { injectLanguage } from './language.js';

/**
 * A status as shape, sign and word, so that it is never told by colour alone: ● tick, ▲ wave, ◆ cross, ○ question mark.
 * `word` replaces the word where the rule itself made one (a goal's fulfilment).
 */
@Component({
  selector: 'ui-status-mark',
  template: `
    <span class="status-mark" [class]="status()" [class.badge]="badge()">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        @switch (status()) {
          @case ('on-track') {
            <circle class="shape" cx="12" cy="12" r="11" />
            <path class="sign" d="M7 12.5l3.5 3.5L17 8.5" />
          }
          @case ('at-risk') {
            <path class="shape" d="M12 1.2L23.4 22H.6z" />
            <path class="sign" d="M7 16.5q2.5-3 5 0t5 0" />
          }
          @case ('off-track') {
            <path class="shape" d="M12 .4L23.6 12 12 23.6.4 12z" />
            <path class="sign" d="M8.7 8.7l6.6 6.6M15.3 8.7l-6.6 6.6" />
          }
          @default {
            <circle class="shape" cx="12" cy="12" r="10.5" />
            <path class="sign" d="M9.2 9.4a2.9 2.9 0 1 1 4.2 2.7q-1.4.8-1.4 2.2M12 17.4v.1" />
          }
        }
      </svg>
      <span>{{ shownWord() }}</span>
    </span>
  `,
})
export class StatusMark {
  readonly status = input.required<Status>();
  /** At or after the target's final period. */
  readonly isFinal = input(false);
  readonly word = input<string>();
  readonly badge = input(false);
  private readonly language = injectLanguage();
  protected readonly shownWord = computed(() => this.word() ?? statusWord(this.status(), this.isFinal(), this.language));
}

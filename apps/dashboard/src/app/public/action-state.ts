import { Component, computed, input } from '@angular/core';
import type { ActionSummary } from '@slusen/contracts';
import { actionStateText, actionTimeText, type ActionTime } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';

/** How far an action has come, from when to when, and whether it is late or stands still; words, never colour alone. */
@Component({
  selector: 'app-action-state',
  template: `
    <p class="small">
      <strong>{{ state() }}</strong> · {{ time() }}
      @if (action().standstillDays; as days) {
        · <strong>{{ texts.still(days) }}</strong>
      }
    </p>
    @if (action().note; as note) {
      <p class="small" lang="sv">{{ note }}</p>
    }
  `,
})
export class ActionState {
  protected readonly texts = {
    still: (days: number) => $localize`:@@action.standstill:inget nytt på ${days}:days: dagar`,
  };
  readonly action = input.required<ActionTime & Pick<ActionSummary, 'isPastItsEnd' | 'standstillDays' | 'note'>>();
  private readonly language = injectLanguage();
  protected readonly state = computed(() => actionStateText(this.action(), this.language));
  protected readonly time = computed(() => actionTimeText(this.action(), this.language));
}

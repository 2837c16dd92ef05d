import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IndicatorPageView } from '@slusen/contracts';
import { Disclosure, ExampleMark, injectLanguage, LocalizedText, StatusMark } from '@slusen/ui';
import { StatusExplanation } from './status-explanation.js';

/** Two answers for one goal: so far (status and why) and ahead (pace and chance in words). */
@Component({
  selector: 'app-measured-goal-card',
  imports: [Disclosure, ExampleMark, LocalizedText, RouterLink, StatusExplanation, StatusMark],
  template: `
    @let view = measured();
    @let why = view.assessed.explanation;
    <section class="verdict status-edge" [class]="why.status">
      <h2 class="h3">
        <span>{{ texts.goal }}</span>
        &ngsp;<a [routerLink]="['/mal', view.goal.slug]" [uiText]="view.goal.name"></a>
        @if (why.target?.isExample) {
          &ngsp;<ui-example-mark />
        }
      </h2>
      <p>
        <strong>{{ texts.soFar }}</strong>
        &ngsp;<ui-status-mark [status]="why.status" [isFinal]="why.isFinal" [badge]="true" />
        @if (why.uncertain) {
          &ngsp;<span>{{ texts.uncertain }}</span>
        }
      </p>
      @if (ahead().length) {
        <p><strong>{{ texts.ahead }}</strong>&ngsp;{{ ahead().join(' ') }}</p>
      }
      <ui-disclosure [summary]="whyText">
        <app-status-explanation [assessed]="view.assessed" />
      </ui-disclosure>
    </section>
  `,
})
export class MeasuredGoalCard {
  protected readonly texts = {
    goal: $localize`:@@measured.goal:Mot målet`,
    soFar: $localize`:@@measured.so-far:Hittills:`,
    uncertain: $localize`:@@measured.uncertain:Kan inte skiljas från målbanan: felmarginalen är större än avståndet.`,
    ahead: $localize`:@@measured.ahead:Framåt:`,
  };
  readonly measured = input.required<IndicatorPageView['goals'][number]>();
  readonly outlook = input.required<IndicatorPageView['outlook']>();
  private readonly language = injectLanguage();
  protected readonly whyText = $localize`:@@measured.why:Varför?`;
  protected readonly ahead = computed(() => {
    const own = this.outlook().find(({ goal }) => goal === this.measured().goal.slug);
    return own?.text[this.language] ?? [];
  });
}

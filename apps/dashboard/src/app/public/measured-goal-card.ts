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
        <span i18n="@@measured.goal">Mot målet</span>
        &ngsp;<a [routerLink]="['/mal', view.goal.slug]" [uiText]="view.goal.name"></a>
        @if (why.target?.isExample) {
          &ngsp;<ui-example-mark />
        }
      </h2>
      <p>
        <strong i18n="@@measured.so-far">Hittills:</strong>
        &ngsp;<ui-status-mark [status]="why.status" [isFinal]="why.isFinal" [badge]="true" />
        @if (why.uncertain) {
          &ngsp;<span i18n="@@measured.uncertain">Kan inte skiljas från målbanan: felmarginalen är större än avståndet.</span>
        }
      </p>
      @if (ahead().length) {
        <p><strong i18n="@@measured.ahead">Framåt:</strong>&ngsp;{{ ahead().join(' ') }}</p>
      }
      <ui-disclosure [summary]="whyText">
        <app-status-explanation [assessed]="view.assessed" />
      </ui-disclosure>
    </section>
  `,
})
export class MeasuredGoalCard {
  readonly measured = input.required<IndicatorPageView['goals'][number]>();
  readonly outlook = input.required<IndicatorPageView['outlook']>();
  private readonly language = injectLanguage();
  protected readonly whyText = $localize`:@@measured.why:Varför?`;
  protected readonly ahead = computed(() => {
    const own = this.outlook().find(({ goal }) => goal === this.measured().goal.slug);
    return own?.text[this.language] ?? [];
  });
}

import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IndicatorPageView } from '@slusen/contracts';
import { Disclosure, ExampleMark, injectLanguage, LocalizedText, StatusMark, TrendArrow } from '@slusen/ui';
import { StatusExplanation } from './status-explanation.js';

/** Answers for one goal that are never one: so far (status and why), trend (or why there is none) and ahead (chance). */
@Component({
  selector: 'app-measured-goal-card',
  imports: [Disclosure, ExampleMark, LocalizedText, RouterLink, StatusExplanation, StatusMark, TrendArrow],
  template: `
    @let view = measured();
    @let why = view.assessed.explanation;
    <section class="verdict status-edge" [class]="why.status">
      <h2 class="h3">
        <span>{{ texts.goal }}</span>
        &ngsp;<a [routerLink]="['/mal', view.goal.slug]" [uiText]="view.goal.name"></a>
        @if (view.isExample) {
          &ngsp;<ui-example-mark />
        }
      </h2>
      <p>
        <strong>{{ texts.soFar }}</strong>
        &ngsp;<ui-status-mark [status]="why.status" [isFinal]="why.isFinal" [badge]="true" />
        @if (view.assessed.sentences[language].basedOn; as basedOn) {
          &ngsp;<span>{{ basedOn }}</span>
        }
        @if (why.uncertain) {
          &ngsp;<span>{{ texts.uncertain }}</span>
        }
      </p>
      @if (pace(); as pace) {
        <p>
          <strong><ui-trend-arrow [trend]="pace.trend" />{{ pace.trend ? '.' : '' }}</strong>
          {{ pace.pace[language].join(' ') }}
        </p>
      }
      @if (ahead().length) {
        <p>
          <strong>{{ texts.ahead }}</strong>&ngsp;{{ ahead().join(' ') }}
        </p>
      }
      @for (one of view.earlier; track $index) {
        <p class="soft">{{ one.told[language] }}</p>
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
    uncertain: $localize`:@@measured.uncertain:Kan inte skiljas från målbanan.`,
    ahead: $localize`:@@measured.ahead:Framåt:`,
  };
  readonly measured = input.required<IndicatorPageView['goals'][number]>();
  readonly outlook = input.required<IndicatorPageView['outlook']>();
  protected readonly language = injectLanguage();
  protected readonly whyText = $localize`:@@measured.why:Varför?`;
  private readonly own = computed(() => this.outlook().find(({ goal }) => goal === this.measured().goal.slug));
  /** Without a target it is that of the series alone. */
  protected readonly pace = computed(() => this.own() ?? this.outlook().find(({ goal }) => goal === undefined));
  protected readonly ahead = computed(() => this.own()?.ahead[this.language] ?? []);
}

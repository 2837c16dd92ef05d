import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GoalPageView } from '@slusen/contracts';
import { firstMonthPosition, parsePeriod, periodPosition } from '@slusen/domain';
import { Disclosure, ExampleMark, injectLanguage, LocalizedText, Sparkline, StatusMark, TrendArrow } from '@slusen/ui';
import { StatusExplanation } from './status-explanation.js';

/** An indicator as it stands for one goal: its finding, a small line, its status and why. */
@Component({
  selector: 'app-goal-indicator-card',
  imports: [Disclosure, ExampleMark, LocalizedText, RouterLink, Sparkline, StatusExplanation, StatusMark, TrendArrow],
  template: `
    @let view = indicator();
    @let explanation = view.assessed.explanation;
    <article class="card">
      <p class="eyebrow">
        <a [routerLink]="['/indikator', view.slug]" [uiText]="view.name"></a>
        @if (view.isExample) {
          &ngsp;<ui-example-mark />
        }
      </p>
      <h3>{{ sentences().heading }}</h3>
      @if (points().length > 1) {
        <figure class="small-chart">
          <ui-sparkline [points]="points()" [cuts]="cuts()" />
          @if (view.finding; as finding) {
            <figcaption class="small soft">{{ finding[language] }}</figcaption>
          }
        </figure>
      }
      <p>
        <ui-status-mark [status]="explanation.status" [isFinal]="explanation.isFinal" [badge]="true" />
        @if (sentences().basedOn; as basedOn) {
          &ngsp;<span class="small">{{ basedOn }}</span>
        }
        @if (explanation.uncertain) {
          &ngsp;<span class="small">{{ texts.uncertain }}</span>
        }
      </p>
      @if (view.trend; as trend) {
        <p><ui-trend-arrow [trend]="trend" /></p>
      }
      <ui-disclosure [summary]="why">
        <app-status-explanation [assessed]="view.assessed" />
      </ui-disclosure>
    </article>
  `,
})
export class GoalIndicatorCard {
  protected readonly texts = {
    uncertain: $localize`:@@status.uncertain:kan inte skiljas från målbanan`,
  };
  readonly indicator = input.required<GoalPageView['indicators'][number]>();
  protected readonly language = injectLanguage();
  protected readonly why = $localize`:@@status.why:Varför?`;
  protected readonly sentences = computed(() => this.indicator().assessed.sentences[this.language]);
  protected readonly points = computed(() =>
    this.indicator().points.map(({ period, value }) => ({ position: positionOf(period), value: value ?? null })),
  );
  protected readonly cuts = computed(() => this.indicator().breaks.map((code) => firstMonthPosition(parsePeriod(code))));
}

function positionOf(period: string): number {
  return periodPosition(parsePeriod(period));
}

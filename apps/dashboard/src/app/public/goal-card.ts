import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GoalSummary } from '@slusen/contracts';
import { coverageText, fulfilmentStatus } from '@slusen/domain';
import { ExampleMark, injectWord, LocalizedText, StatusCounts, StatusMark } from '@slusen/ui';

/** A goal in a list: its fulfilment, the statuses beneath it, who leads. */
@Component({
  selector: 'app-goal-card',
  imports: [ExampleMark, LocalizedText, RouterLink, StatusCounts, StatusMark],
  template: `
    @let view = goal();
    <article class="card status-edge" [class]="status(view.rollUp.fulfilment)">
      <h3>
        <a class="card-link" [routerLink]="['/mal', view.slug]" [uiText]="view.name"></a>
        @if (view.hasExamples) {
          &ngsp;<ui-example-mark />
        }
      </h3>
      <p><ui-status-mark [status]="status(view.rollUp.fulfilment)" [word]="word()" [badge]="true" /></p>
      <div class="small soft">
        <span>{{ coverage(view.rollUp) }}.</span>
        <ui-status-counts [counts]="view.rollUp.counts" />
      </div>
      @if (view.leads.length) {
        <p class="small">
          <span>{{ texts.ledBy }}</span>
          @for (lead of view.leads; track lead.slug; let last = $last) {
            &ngsp;<span [uiText]="lead.name"></span>{{ last ? '' : ',' }}
          }
        </p>
      }
    </article>
  `,
})
export class GoalCard {
  protected readonly texts = {
    ledBy: $localize`:@@goal.led-by:Leder:`,
  };
  readonly goal = input.required<Omit<GoalSummary, 'area'>>();
  /** What the rule calls it, in the reader's language. */
  readonly word = input.required<string>();
  protected readonly coverage = injectWord(coverageText);
  protected readonly status = fulfilmentStatus;
}

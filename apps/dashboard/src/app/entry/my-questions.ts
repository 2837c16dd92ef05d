import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OpenQuestions } from '@slusen/contracts';
import { LocalizedText, PeriodPipe } from '@slusen/ui';
import type { FigureAddress } from '../data/entries-api.js';
import { ThreadsApi } from '../data/threads-api.js';
import { FigureThread } from './figure-thread.js';

type Question = OpenQuestions['items'][number];

/** The questions about figures that wait for one's answer, to be answered where they stand. */
@Component({
  selector: 'app-my-questions',
  imports: [FigureThread, LocalizedText, PeriodPipe, RouterLink],
  template: `
    @if (questions.hasValue() && questions.value().items.length) {
      <section class="section" aria-labelledby="fragor-till-dig">
        <h2 id="fragor-till-dig">{{ texts.heading(questions.value().items.length) }}</h2>
        @for (question of questions.value().items; track question.id) {
          <details class="disclosure">
            <summary>
              <span [uiText]="question.indicator.name"></span>, {{ question.period | period: question }}:
              <q lang="sv">{{ question.text }}</q>
            </summary>
            <div class="content">
              @if (reviews() && question.entry) {
                <p class="small">
                  <a [routerLink]="['/granskning', question.entry]">{{ texts.review }}</a>
                </p>
              }
              <app-figure-thread [figure]="figureOf(question)" (answered)="questions.reload()" />
            </div>
          </details>
        }
      </section>
    }
  `,
})
export class MyQuestions {
  protected readonly texts = {
    heading: (count: number) =>
      count === 1 ? $localize`:@@my-questions.one:En fråga till dig` : $localize`:@@my-questions.heading:${count}:count: frågor till dig`,
    review: $localize`:@@my-questions.review:Visa inmatningen som granskas`,
  };
  protected readonly questions = inject(ThreadsApi).questions();
  readonly reviews = input(false);

  protected figureOf({ indicator, period, territory, breakdown }: Question): FigureAddress {
    return { indicator: indicator.slug, period, territory: territory.code, ...(breakdown && { breakdown }) };
  }
}

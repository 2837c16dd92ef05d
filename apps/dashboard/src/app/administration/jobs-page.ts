import { Component, inject } from '@angular/core';
import { jobWord, upperFirst } from '@slusen/domain';
import { EmptyState, injectWord, MomentPipe } from '@slusen/ui';
import { JobsApi } from '../data/jobs-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { Attempt } from '../data/attempt.js';
import { AttemptNotice } from '../shell/attempt-notice.js';

/** Jobs that failed at every attempt, to be tried again. */
@Component({
  selector: 'app-jobs-page',
  imports: [AttemptNotice, EmptyState, MomentPipe, PageState],
  template: `
    <h1>{{ texts.heading }}</h1>
    <p class="lead">{{ texts.lead }}</p>
    <app-attempt-notice [of]="attempt" />
    @if (list.hasValue()) {
      <ul class="plain-list ruled">
        @for (job of list.value().items; track job.id) {
          <li>
            <span>
              <strong>{{ upperFirst(word(job.kind)) }}</strong>
              &ngsp;<span class="small late">{{ job.problem }}</span>
            </span>
            <span class="small soft">{{ texts.tried(job.attempts) }} {{ job.givenUpAt | moment }}</span>
            <span>
              <button class="button secondary" type="button" [disabled]="attempt.isBusy()" (click)="tryAgain(job.id)">
                {{ texts.again }}<span class="visually-hidden"> {{ word(job.kind) }} {{ job.givenUpAt | moment }}</span>
              </button>
            </span>
          </li>
        } @empty {
          <li>
            <ui-empty-state i18n-heading="@@jobs.empty" heading="Allt är gjort">
              <p>{{ texts.nothing }}</p>
            </ui-empty-state>
          </li>
        }
      </ul>
    } @else {
      <app-page-state [of]="list" />
    }
  `,
})
export class JobsPage {
  protected readonly texts = {
    heading: $localize`:@@jobs.heading:Jobb som inte gick att göra`,
    lead: $localize`:@@jobs.lead:Det programmet gör av sig självt, till exempel att skicka brev, försöker det flera gånger. Här står det som inte gick ändå.`,
    again: $localize`:@@jobs.again:Försök igen`,
    asked: $localize`:@@jobs.asked:Jobbet görs igen inom några sekunder. Går det inte kommer det tillbaka hit.`,
    nothing: $localize`:@@jobs.nothing:Inget jobb har misslyckats.`,
    tried: (attempts: number) =>
      attempts === 1
        ? $localize`:@@jobs.tried-once:Försökt en gång, senast`
        : $localize`:@@jobs.tried:Försökt ${attempts}:count: gånger, senast`,
  };
  private readonly api = inject(JobsApi);
  protected readonly list = this.api.list();
  protected readonly attempt = new Attempt();
  protected readonly word = injectWord(jobWord);
  protected readonly upperFirst = upperFirst;

  constructor() {
    inject(PageHead).set($localize`:@@jobs.title:Jobb`);
  }

  protected tryAgain(id: string): Promise<void> {
    return this.attempt.make(async () => {
      await this.api.tryAgain(id);
      this.list.update((list) => list && { items: list.items.filter((job) => job.id !== id) });
      return this.texts.asked;
    });
  }
}

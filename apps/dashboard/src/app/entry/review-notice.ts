import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner, LocalizedText, PeriodPipe } from '@slusen/ui';
import type { Outcome } from './review-outcome.js';

/** Says to a reviewer back in the queue that the step was taken, and of what. */
@Component({
  selector: 'app-review-notice',
  imports: [Banner, LocalizedText, PeriodPipe, RouterLink],
  template: `
    @let entry = outcome().entry;
    <ui-banner tone="success" [live]="true">
      <p>
        <strong>{{ outcome().action === 'approve' ? texts.approved : texts.returned }}</strong>
        <span>&ngsp;<span [uiText]="entry.indicator.name"></span>, {{ entry.period | period: entry }}.</span>
        @if (outcome().action === 'approve') {
          &ngsp;<a [routerLink]="['/indikator', entry.indicator.slug]">{{ texts.open }}</a>
        }
      </p>
    </ui-banner>
  `,
})
export class ReviewNotice {
  protected readonly texts = {
    approved: $localize`:@@outcome.approved:Godkänt och publicerat:`,
    returned: $localize`:@@outcome.returned:Skickat tillbaka:`,
    open: $localize`:@@outcome.open:Visa den öppna sidan`,
  };
  readonly outcome = input.required<Outcome>();
}

import { Component, computed, input, output } from '@angular/core';
import type { EntryForm } from '@slusen/contracts';
import { missingText, parsePeriod, periodEnd, qualityText, waitsToBeFinal } from '@slusen/domain';
import { Banner, injectWord, MomentPipe, PeriodPipe, WithUnitPipe } from '@slusen/ui';

/** That the period has an approved figure already: which, since when, and the one step that makes it final. */
@Component({
  selector: 'app-entry-approved',
  imports: [Banner, MomentPipe, PeriodPipe, WithUnitPipe],
  template: `
    @let view = form();
    @if (view.replaces; as approved) {
      <ui-banner>
        <p>
          <strong>{{ texts.approved }}</strong>&ngsp;
          @if (approved.value !== undefined) {
            <span class="tabular">{{ approved.value | withUnit: view.indicator }}</span>, {{ qualityWord(approved.quality) }},
          } @else if (approved.missing) {
            {{ missingWord(approved.missing) }},
          }
          {{ view.period | period: view }}.
          @if (waits()) {
            {{ texts.publicFrom(approved.publishAt | moment) }}
          } @else {
            {{ texts.publicSince(approved.publishAt | moment) }}
          }
        </p>
        @if (canBeFinal()) {
          <p>{{ texts.finalHint }}</p>
          <p>
            <button class="button" type="button" [disabled]="hasDraft()" (click)="makeFinal.emit($event)">{{ texts.makeFinal }}</button>
          </p>
        }
        <p>{{ texts.correct }}</p>
      </ui-banner>
    }
  `,
})
export class EntryApproved {
  protected readonly texts = {
    approved: $localize`:@@approved.heading:Godkänt värde:`,
    publicSince: (moment: string | number) => $localize`:@@approved.since:Publicerat ${moment}:moment:.`,
    publicFrom: (moment: string | number) => $localize`:@@approved.from:Publiceras ${moment}:moment:.`,
    finalHint: $localize`:@@approved.final-hint:Står värdet fast? Gör det slutligt. Ingen motivering behövs.`,
    makeFinal: $localize`:@@approved.make-final:Gör slutligt`,
    correct: $localize`:@@approved.correct:Ska något rättas? Ändra det nedan och skriv varför.`,
  };
  readonly form = input.required<EntryForm>();
  /** Something else was written meanwhile, which the one step would throw away. */
  readonly hasDraft = input(false);
  readonly makeFinal = output<Event>();
  protected readonly missingWord = injectWord(missingText);
  protected readonly qualityWord = injectWord(qualityText);
  /** Approved, but under embargo: by the day, since the API's clock is given no closer. */
  protected readonly waits = computed(() => (this.form().replaces?.publishAt ?? '').slice(0, 10) > this.form().today);
  /** A value that waits, of a period that is over. */
  protected readonly canBeFinal = computed(() => {
    const { replaces, period, today } = this.form();
    return replaces !== undefined && waitsToBeFinal(replaces) && periodEnd(parsePeriod(period)) < today;
  });
}

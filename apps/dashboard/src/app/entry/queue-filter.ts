import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { ReviewQueue } from '@slusen/contracts';
import { NO_ROUND, personName, QUEUE_ORDERS, roundName, textIn, type QueueOrder } from '@slusen/domain';
import { injectLanguage, injectWord } from '@slusen/ui';

/** What is chosen of the review queue, as the address says it. */
export interface ChosenOfQueue {
  readonly omgang?: string | undefined;
  readonly forvaltning?: string | undefined;
  readonly person?: string | undefined;
  readonly ordning?: string | undefined;
}

/** Chooses and sorts what the review queue shows; the address keeps it, and every choice says how many wait. */
@Component({
  selector: 'app-queue-filter',
  template: `
    <div class="register-filter not-printed" role="search">
      <div class="field">
        <label for="omgang">{{ texts.round }}</label>
        <select class="input" id="omgang" #round (change)="go({ omgang: round.value || null })">
          <option value="">{{ texts.all }}</option>
          @for (one of counts().rounds; track one.period) {
            <option [value]="one.period ?? none" [selected]="(one.period ?? none) === chosen().omgang">
              {{ one.period ? roundName(one.period) : texts.noRound }} ({{ one.count }})
            </option>
          }
        </select>
      </div>
      <div class="field">
        <label for="forvaltning">{{ texts.department }}</label>
        <select class="input" id="forvaltning" #department (change)="go({ forvaltning: department.value || null })">
          <option value="">{{ texts.all }}</option>
          @for (one of departments(); track one.slug) {
            <option [value]="one.slug" [selected]="one.slug === chosen().forvaltning">{{ one.name }} ({{ one.count }})</option>
          }
        </select>
      </div>
      <div class="field">
        <label for="person">{{ texts.person }}</label>
        <select class="input" id="person" #person (change)="go({ person: person.value || null })">
          <option value="">{{ texts.all }}</option>
          @for (one of counts().people; track one.id) {
            <option [value]="one.id" [selected]="one.id === chosen().person">{{ personName(one.name) }} ({{ one.count }})</option>
          }
        </select>
      </div>
      <div class="field">
        <label for="ordning">{{ texts.order }}</label>
        <select class="input" id="ordning" #order (change)="go({ ordning: order.value === first ? null : order.value })">
          @for (one of orders; track one) {
            <option [value]="one" [selected]="one === chosen().ordning">{{ texts.orders[one] }}</option>
          }
        </select>
      </div>
    </div>
  `,
})
export class QueueFilter {
  protected readonly texts = {
    round: $localize`:@@queue.round:Omgång`,
    department: $localize`:@@queue.department:Förvaltning`,
    person: $localize`:@@queue.person:Inlämnat av`,
    order: $localize`:@@queue.order:Ordning`,
    all: $localize`:@@queue.all:Alla`,
    noRound: $localize`:@@queue.no-round:Ingen omgång`,
    orders: {
      longest: $localize`:@@queue.longest:Längst väntan först`,
      latest: $localize`:@@queue.latest:Senast inlämnat först`,
      indicator: $localize`:@@queue.by-indicator:Indikator, A–Ö`,
      department: $localize`:@@queue.by-department:Förvaltning, A–Ö`,
      person: $localize`:@@queue.by-person:Inlämnat av, A–Ö`,
    } satisfies Record<QueueOrder, string>,
  };
  readonly counts = input.required<ReviewQueue['counts']>();
  readonly chosen = input.required<ChosenOfQueue>();
  protected readonly none = NO_ROUND;
  protected readonly orders = QUEUE_ORDERS;
  protected readonly first: QueueOrder = 'longest';
  private readonly router = inject(Router);
  private readonly language = injectLanguage();
  protected readonly roundName = injectWord(roundName);
  protected readonly personName = injectWord(personName);
  protected readonly departments = computed(() =>
    this.counts().departments.map(({ department, count }) => ({
      slug: department.slug,
      name: textIn(department.name, this.language).text,
      count,
    })),
  );

  /** Another choice begins from the first page. */
  protected go(choice: Readonly<Record<string, string | null>>): void {
    void this.router.navigate(['/granskning'], { queryParams: { ...choice, offset: null }, queryParamsHandling: 'merge' });
  }
}

/** The same as the API is asked for it. */
export const choiceOf = ({ omgang, forvaltning, person, ordning }: ChosenOfQueue) => ({
  ...{ round: omgang, department: forvaltning, person, order: QUEUE_ORDERS.find((known) => known === ordning) },
});

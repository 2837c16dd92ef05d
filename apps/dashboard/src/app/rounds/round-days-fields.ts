import { Component, computed, input, model, signal } from '@angular/core';
import { ROUND_GRACE_DAYS } from '@slusen/domain';
import { FormField, TypedText } from '@slusen/ui';
import { ruleText } from '../data/problem-texts.js';
import { injectFocusOnFault } from '../shell/focus-on-fault.js';
import { daysFaults, type RoundDays } from './round-days.js';

/** The days of a round, to be changed. */
@Component({
  selector: 'app-round-days-fields',
  imports: [FormField, TypedText],
  template: `
    <div class="fields-in-row">
      <ui-form-field [label]="texts.opensOn" [fault]="faults().opensOn" for="oppnar">
        <input type="date" required [uiTypedText]="days().opensOn" (typed)="type({ opensOn: $event })" />
      </ui-form-field>
      <ui-form-field [label]="texts.dueOn" [fault]="faults().dueOn" for="sista-dag">
        <input type="date" required [uiTypedText]="days().dueOn" (typed)="type({ dueOn: $event })" />
      </ui-form-field>
      <ui-form-field [label]="texts.graceDays" [fault]="faults().graceDays" for="respit">
        <input inputmode="numeric" maxlength="3" required [uiTypedText]="days().graceDays" (typed)="type({ graceDays: $event })" />
      </ui-form-field>
      <ui-form-field [label]="texts.reviewUntil" [fault]="faults().reviewUntil" for="granskas-till">
        <input type="date" required [uiTypedText]="days().reviewUntil" (typed)="type({ reviewUntil: $event })" />
      </ui-form-field>
    </div>
    <ui-form-field [label]="texts.publishAt" [hint]="texts.publishHint" [fault]="faults().publishAt" for="publiceras">
      <input type="datetime-local" [uiTypedText]="days().publishAt" (typed)="type({ publishAt: $event })" />
    </ui-form-field>
    <ui-form-field [label]="texts.locksOn" [hint]="texts.locksHint" [fault]="faults().locksOn" for="lases">
      <input type="date" [uiTypedText]="days().locksOn" (typed)="type({ locksOn: $event })" />
    </ui-form-field>
  `,
})
export class RoundDaysFields {
  protected readonly texts = {
    opensOn: $localize`:@@round-days.opens:Öppnar`,
    dueOn: $localize`:@@round-days.due:Sista dag`,
    graceDays: $localize`:@@round-days.grace:Dagar med respit`,
    reviewUntil: $localize`:@@round-days.review:Granskas till och med`,
    publishAt: $localize`:@@round-days.publish:Publiceras`,
    publishHint: $localize`:@@round-days.publish-hint:Det som godkänns väntar tills dess. Utan tid publiceras varje värde när det godkänns.`,
    locksOn: $localize`:@@round-days.locks:Låses från och med`,
    locksHint: $localize`:@@round-days.locks-hint:Sena värden och rättelser kräver ett skäl från den dagen. Utan dag låses omgången aldrig.`,
    noDay: $localize`:@@round-days.no-day:Välj en dag.`,
    noNumber: $localize`:@@round-days.no-number:Skriv ett helt tal från 0 till ${ROUND_GRACE_DAYS}:most:.`,
  };
  /** The code of the period that the round is of. */
  readonly period = input.required<string>();
  readonly days = model.required<RoundDays>();
  private readonly focusOnFault = injectFocusOnFault();
  private readonly isTried = signal(false);
  private readonly found = computed(() => daysFaults(this.period(), this.days()));
  /** Nothing is called wrong before it is sent. */
  protected readonly faults = computed<Partial<Record<keyof RoundDays, string>>>(() => {
    if (!this.isTried()) return {};
    const { noDay, noNumber } = this.texts;
    const words = (fault: string): string => ({ day: noDay, number: noNumber })[fault] ?? ruleText(fault);
    return Object.fromEntries(Object.entries(this.found()).map(([field, fault]) => [field, words(fault)]));
  });

  protected type(change: Partial<RoundDays>): void {
    this.days.update((days) => ({ ...days, ...change }));
  }

  /** Whether it can be sent; otherwise it says what is wrong, and the focus goes there. */
  check(): boolean {
    this.isTried.set(true);
    const isSound = Object.keys(this.found()).length === 0;
    if (!isSound) this.focusOnFault();
    return isSound;
  }
}

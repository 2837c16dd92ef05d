import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { RoundRuleView } from '@slusen/contracts';
import { cadenceWord, nextRoundOfRule, ROUND_RULE_LIMITS } from '@slusen/domain';
import { FormField, injectLanguage, TypedText } from '@slusen/ui';
import type { Attempt } from '../data/attempt.js';
import { RoundsApi } from '../data/rounds-api.js';
import { injectFocusOnFault } from '../shell/focus-on-fault.js';
import { nextRoundText } from './next-round-text.js';
import { RULE_FIELDS, ruleDaysOf, ruleFaults, ruleIn, type RuleField } from './rule-days.js';

/** Whether rounds of a cadence come by themselves, and with which days; says what that means as it is typed. */
@Component({
  selector: 'app-round-rule-form',
  imports: [FormField, TypedText],
  template: `
    <form (submit)="save($event)" novalidate>
      <div class="choices">
        <label><input type="checkbox" #on [checked]="days().isOn" (change)="turn(on.checked)" />{{ texts.on }}</label>
      </div>
      <div class="fields-in-row">
        @for (field of fields; track field) {
          <ui-form-field [label]="labels[field]" [fault]="faultOf(field)" [for]="rule().cadence + '-' + field">
            <input inputmode="numeric" maxlength="4" [uiTypedText]="days()[field]" (typed)="type(field, $event)" />
          </ui-form-field>
        }
      </div>
      <p class="small" role="status">{{ meaning() }}</p>
      <button class="button secondary" type="submit" [disabled]="attempt().isBusy()">
        {{ texts.save }}<span class="visually-hidden">: {{ name() }}</span>
      </button>
    </form>
  `,
})
export class RoundRuleForm {
  protected readonly texts = {
    on: $localize`:@@round-rule.on:Omgångarna kommer av sig själva`,
    save: $localize`:@@round-rule.save:Spara`,
    saved: (name: string) => $localize`:@@round-rule.saved:Sparat: ${name}:name:.`,
    off: $localize`:@@round-rule.off:Inga omgångar kommer av sig själva. De som redan finns är kvar.`,
    between: (least: number, most: number) => $localize`:@@round-rule.between:Skriv ett helt tal från ${least}:least: till ${most}:most:.`,
  };
  protected readonly labels: Readonly<Record<RuleField, string>> = {
    opensAfter: $localize`:@@round-rule.opens:Öppnar så många dagar efter periodens slut`,
    daysOpen: $localize`:@@round-rule.days-open:Öppen i dagar`,
    graceDays: $localize`:@@round-rule.grace:Dagar med respit`,
    reviewDays: $localize`:@@round-rule.review:Granskas i dagar efter respiten`,
    publishAfter: $localize`:@@round-rule.publish:Publiceras dagar efter granskningen (tomt: när värdet godkänns)`,
    locksAfter: $localize`:@@round-rule.locks:Låses dagar efter granskningen (tomt: aldrig)`,
  };
  readonly rule = input.required<RoundRuleView>();
  readonly today = input.required<string>();
  readonly attempt = input.required<Attempt>();
  readonly changed = output();
  private readonly api = inject(RoundsApi);
  private readonly language = injectLanguage();
  private readonly focusOnFault = injectFocusOnFault();
  protected readonly fields = RULE_FIELDS;
  /** As it is saved, until something else is typed; typed words stay when another rule was saved. */
  protected readonly days = linkedSignal({
    source: () => `${this.rule().cadence} ${this.rule().revision}`,
    computation: () => ruleDaysOf(this.rule()),
  });
  private readonly isTried = signal(false);
  private readonly faults = computed(() => ruleFaults(this.days()));
  protected readonly name = computed(() => cadenceWord(this.rule().cadence, this.language));
  protected readonly meaning = computed(() => {
    if (!this.days().isOn) return this.texts.off;
    if (this.faults().length > 0) return '';
    return nextRoundText(nextRoundOfRule({ ...ruleIn(this.days()), cadence: this.rule().cadence }, this.today()), this.language);
  });

  protected faultOf(field: RuleField): string | undefined {
    const [least, most] = ROUND_RULE_LIMITS[field];
    return this.isTried() && this.faults().includes(field) ? this.texts.between(least, most) : undefined;
  }

  protected type(field: RuleField, text: string): void {
    this.days.update((days) => ({ ...days, [field]: text }));
  }

  protected turn(isOn: boolean): void {
    this.days.update((days) => ({ ...days, isOn }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    if (this.faults().length > 0) return this.focusOnFault();
    const [attempt, { cadence, revision }] = [this.attempt(), this.rule()];
    await attempt.make(async () => {
      await this.api.changeRule({ of: cadence, revision, said: ruleIn(this.days()), key: attempt.key });
      this.changed.emit();
      return this.texts.saved(this.name());
    });
  }
}

import { Component, computed, input, model, signal } from '@angular/core';
import type { NewPseudonym } from '@slusen/contracts';
import { FormField, TypedText } from '@slusen/ui';
import { injectFocusOnFault } from '../shell/focus-on-fault.js';

type Decision = NewPseudonym['decision'];

/** Nothing is said of the decision yet. */
export const UNDECIDED: Decision = { body: '', decidedOn: '', reference: '' };

/** The decision without which nothing is removed: who, when and which; `name` tells the fields of two such forms apart. */
@Component({
  selector: 'app-disposal-decision',
  imports: [FormField, TypedText],
  template: `
    <div role="group" [attr.aria-label]="texts.legend">
      <h3>{{ texts.legend }}</h3>
      <ui-form-field [label]="texts.body" [hint]="texts.bodyHint" [fault]="faultOf('body')" [for]="name() + '-organ'">
        <input autocomplete="off" maxlength="200" [uiTypedText]="decision().body" (typed)="set('body', $event)" />
      </ui-form-field>
      <ui-form-field [label]="texts.on" [fault]="faultOf('decidedOn')" [for]="name() + '-dag'">
        <input
          class="input"
          type="date"
          #on
          [id]="name() + '-dag'"
          [attr.aria-describedby]="name() + '-dag-fault'"
          [attr.aria-invalid]="faultOf('decidedOn') ? true : null"
          [value]="decision().decidedOn"
          (change)="set('decidedOn', on.value)"
        />
      </ui-form-field>
      <ui-form-field [label]="texts.reference" [hint]="texts.referenceHint" [fault]="faultOf('reference')" [for]="name() + '-paragraf'">
        <input autocomplete="off" maxlength="100" [uiTypedText]="decision().reference" (typed)="set('reference', $event)" />
      </ui-form-field>
    </div>
  `,
})
export class DisposalDecisionFields {
  protected readonly texts = {
    legend: $localize`:@@disposal.decision:Beslutet`,
    body: $localize`:@@disposal.body:Vem har beslutat?`,
    bodyHint: $localize`:@@disposal.body-hint:Till exempel kommunstyrelsen eller kommunarkivarien på delegation.`,
    on: $localize`:@@disposal.decided-on:Beslutsdatum`,
    reference: $localize`:@@disposal.reference:Paragraf eller diarienummer`,
    referenceHint: $localize`:@@disposal.reference-hint:Till exempel § 12 eller KS 2026/118.`,
  };
  private readonly faults: Readonly<Record<keyof Decision, string>> = {
    body: $localize`:@@disposal.body-missing:Skriv vem som har beslutat.`,
    decidedOn: $localize`:@@disposal.decided-on-missing:Välj dagen för beslutet.`,
    reference: $localize`:@@disposal.reference-missing:Skriv paragrafen eller diarienumret. Utan beslut tas inget bort.`,
  };
  readonly name = input.required<string>();
  readonly decision = model.required<Decision>();
  private readonly focusOnFault = injectFocusOnFault();
  private readonly isTried = signal(false);
  private readonly isWhole = computed(() => Object.values(this.decision()).every((said) => said.trim() !== ''));

  /** Whether the decision is told; what is missing is said of each field from then on, and the first has the focus. */
  check(): boolean {
    this.isTried.set(true);
    if (!this.isWhole()) this.focusOnFault();
    return this.isWhole();
  }

  protected faultOf(field: keyof Decision): string | undefined {
    return this.isTried() && this.decision()[field].trim() === '' ? this.faults[field] : undefined;
  }

  protected set(field: keyof Decision, said: string): void {
    this.decision.update((before) => ({ ...before, [field]: said }));
  }
}

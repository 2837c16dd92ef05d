import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { MaskPlace } from '@slusen/contracts';
import { MASK_REASONS, maskReasonText, type MaskReason } from '@slusen/domain';
import { FormField, injectLanguage, TypedText } from '@slusen/ui';
import { PlaceChoice, type ChoosablePlace } from './place-choice.js';

/** What was decided about which places. The reason is why they are hidden; nothing is said of why they are shown again. */
export interface PlaceDecision {
  readonly places: readonly MaskPlace[];
  readonly reason: MaskReason;
  readonly decision: string;
}

/** Chooses places and says what was decided about them; `name` tells the fields of two such forms apart. */
@Component({
  selector: 'app-decision-form',
  imports: [FormField, PlaceChoice, TypedText],
  templateUrl: './decision-form.html',
})
export class DecisionForm {
  protected readonly texts = {
    reason: $localize`:@@masking.reason:Varför?`,
    none: $localize`:@@masking.none:Välj minst ett ställe.`,
  };
  protected readonly labels = {
    decision: $localize`:@@masking.decision:Beslut`,
    decisionHint: $localize`:@@masking.decision-hint:Diarienummer eller paragraf. Det visas för alla, så skriv inget om vem eller vad det gäller.`,
  };
  readonly name = input.required<string>();
  readonly legend = input.required<string>();
  readonly places = input.required<readonly ChoosablePlace[]>();
  readonly action = input.required<string>();
  readonly asksReason = input(false);
  readonly isBusy = input(false);
  readonly decided = output<PlaceDecision>();
  private readonly language = injectLanguage();
  protected readonly reasons = MASK_REASONS.map((reason) => ({ reason, word: maskReasonText(reason, this.language) }));
  /** Nothing is chosen of other places than were looked at. */
  protected readonly chosen = linkedSignal<readonly ChoosablePlace[], readonly MaskPlace[]>({ source: this.places, computation: () => [] });
  protected readonly reason = signal<MaskReason>('personal-data');
  protected readonly decision = signal('');
  private readonly isTried = linkedSignal({ source: this.places, computation: () => false });
  protected readonly placeFault = computed(() => (this.isTried() && this.chosen().length === 0 ? this.texts.none : ''));
  protected readonly decisionFault = computed(() =>
    this.isTried() && !this.decision().trim() ? $localize`:@@masking.decision-missing:Skriv vilket beslut det är.` : undefined,
  );

  protected decide(event: Event): void {
    event.preventDefault();
    this.isTried.set(true);
    const [places, decision] = [this.chosen(), this.decision().trim()];
    if (this.placeFault() || this.decisionFault()) return;
    this.decided.emit({ places, reason: this.reason(), decision });
  }
}

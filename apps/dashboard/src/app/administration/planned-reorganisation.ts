import { Component, computed, inject, input, output } from '@angular/core';
import type { PlannedReorganisation } from '@slusen/contracts';
import { textIn } from '@slusen/domain';
import { DayPipe, injectLanguage } from '@slusen/ui';
import { refusalText } from '../data/problem-texts.js';
import { ReorganisationApi } from '../data/reorganisation-api.js';
import type { Attempt } from '../data/attempt.js';
import { plannedText } from './planned-text.js';

/** What is to become of an actor from a day to come, or why it did not, and how to take it back. */
@Component({
  selector: 'app-planned-reorganisation',
  imports: [DayPipe],
  template: `
    @let one = plan();
    <p>
      <strong>{{ sentence() }}</strong>
    </p>
    @if (one.refusal; as refusal) {
      <p class="late">{{ texts.refused }} {{ refusalText(refusal) }}</p>
    }
    <p class="small soft">{{ one.sent.decision }}. {{ one.sent.reason }}</p>
    <p class="small soft">{{ texts.by(one.plannedBy) }} {{ one.plannedAt | day }}</p>
    <p>
      <button
        class="button secondary"
        type="button"
        [attr.aria-label]="texts.takeBack + ': ' + name()"
        [disabled]="attempt().isBusy()"
        (click)="takeBack()"
      >
        {{ texts.takeBack }}
      </button>
    </p>
  `,
})
export class PlannedReorganisationView {
  protected readonly texts = {
    refused: $localize`:@@planned.refused:Gick inte att genomföra.`,
    by: (name: string) => $localize`:@@planned.by:Planerad av ${name}:name:`,
    takeBack: $localize`:@@planned.take-back:Ta tillbaka`,
    sure: $localize`:@@planned.sure:Den planerade omorganisationen tas tillbaka och genomförs inte. Vill du gå vidare?`,
    takenBack: $localize`:@@planned.taken-back:Den planerade omorganisationen är tillbakatagen.`,
  };
  readonly plan = input.required<PlannedReorganisation>();
  readonly attempt = input.required<Attempt>();
  readonly takenBack = output();
  private readonly api = inject(ReorganisationApi);
  private readonly language = injectLanguage();
  protected readonly refusalText = refusalText;
  protected readonly sentence = computed(() => plannedText(this.plan(), this.language));
  protected readonly name = computed(() => textIn(this.plan().actor.name, this.language).text);

  protected async takeBack(): Promise<void> {
    if (!confirm(this.texts.sure)) return;
    await this.attempt().make(async () => {
      await this.api.withdraw(this.plan().id);
      this.takenBack.emit();
      return this.texts.takenBack;
    });
  }
}

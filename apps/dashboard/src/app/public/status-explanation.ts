import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AssessedView } from '@slusen/contracts';
import {
  DayPipe,
  ExampleMark,
  injectLanguage,
  LocalizedText,
  PeriodPipe,
  provenanceWord,
  qualityWord,
  WithUnitPipe,
} from '@slusen/ui';

/** Why a status is what it is: the sentence, the numbers in the formula, where they come from, what would flip it. */
@Component({
  selector: 'app-status-explanation',
  imports: [DayPipe, ExampleMark, LocalizedText, PeriodPipe, RouterLink, WithUnitPipe],
  templateUrl: './status-explanation.html',
})
export class StatusExplanation {
  readonly assessed = input.required<AssessedView>();
  private readonly language = injectLanguage();
  protected readonly sentences = computed(() => this.assessed().sentences[this.language]);
  protected readonly explanation = computed(() => this.assessed().explanation);
  protected readonly qualityWord = qualityWord;
  protected readonly provenanceWord = provenanceWord;
}

import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AssessedView } from '@slusen/contracts';
import { provenanceText, qualityText, statusWord, withinSentence, type Localized } from '@slusen/domain';
import { DayPipe, ExampleMark, injectLanguage, injectWord, LocalizedText, PeriodPipe, SourceName } from '@slusen/ui';

/** Why a status is what it is: the sentence, the numbers in the formula, where they come from, what would flip it. */
@Component({
  selector: 'app-status-explanation',
  imports: [DayPipe, ExampleMark, LocalizedText, PeriodPipe, RouterLink, SourceName],
  templateUrl: './status-explanation.html',
})
export class StatusExplanation {
  private readonly language = injectLanguage();
  protected readonly texts = {
    outcome: $localize`:@@why.outcome:Utfall`,
    source: $localize`:@@why.source:Källa:`,
    approvedBy: $localize`:@@why.approved-by:Godkänt av`,
    approvedOn: (recordedAt: string | number, revision: string | number) =>
      $localize`:@@why.approved-on:den ${recordedAt}:recordedAt:, utgåva ${revision}:revision:.`,
    recorded: (recordedAt: string | number, revision: string | number) =>
      $localize`:@@why.recorded:Registrerat den ${recordedAt}:recordedAt:, utgåva ${revision}:revision:.`,
    lastReal: $localize`:@@why.last-real:Senaste värdet`,
    target: $localize`:@@why.target:Mål`,
    break: (firstPeriod: string | number) => $localize`:@@why.break:Brott i serien från ${firstPeriod}:firstPeriod:`,
    method: $localize`:@@why.method:Så räknar vi`,
    rule: (ruleVersion: string | number) => $localize`:@@why.rule:(regel ${ruleVersion}:ruleVersion:)`,
  };
  readonly assessed = input.required<AssessedView>();
  protected readonly sentences = computed(() => this.assessed().sentences[this.language]);
  protected readonly numbers = computed(() => this.assessed().numbers[this.language]);
  /** What the status was reckoned with, beside outcome and target. */
  protected readonly facts = computed(() => {
    const { expected, tolerance, margin } = this.numbers();
    const facts = [
      { name: $localize`:@@why.expected:Förväntat enligt målbanan`, number: expected },
      {
        name: $localize`:@@why.tolerance:Räknas som ${statusWord('at-risk', false, this.language)}:word: upp till (tolerans)`,
        number: tolerance,
      },
      { name: $localize`:@@why.margin:Felmarginal (95 procents säkerhet)`, number: margin },
    ];
    return facts.filter(({ number }) => number !== undefined);
  });
  protected readonly explanation = computed(() => this.assessed().explanation);
  /** Within a sentence only Swedish writes the name of a department with a small letter. */
  protected readonly department = (name: Localized): Localized => (this.language === 'sv' ? { sv: withinSentence(name.sv) } : name);
  protected readonly qualityWord = injectWord(qualityText);
  protected readonly provenanceWord = injectWord(provenanceText);
}

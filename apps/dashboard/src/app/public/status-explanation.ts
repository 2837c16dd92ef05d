import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AssessedView } from '@slusen/contracts';
import { provenanceText, qualityText, statusWord, withinSentence } from '@slusen/domain';
import {
  DayPipe,
  DifferencePipe,
  ExampleMark,
  injectLanguage,
  injectWord,
  LocalizedText,
  PeriodPipe,
  SourceName,
  ValueAtPipe,
  WithUnitPipe,
} from '@slusen/ui';

/** Why a status is what it is: the sentence, the numbers in the formula, where they come from, what would flip it. */
@Component({
  selector: 'app-status-explanation',
  imports: [DayPipe, DifferencePipe, ExampleMark, LocalizedText, PeriodPipe, RouterLink, SourceName, ValueAtPipe, WithUnitPipe],
  templateUrl: './status-explanation.html',
})
export class StatusExplanation {
  private readonly language = injectLanguage();
  protected readonly texts = {
    outcome: $localize`:@@why.outcome:Utfall`,
    source: $localize`:@@why.source:Källa:`,
    approved: (approvedBy: string | number, recordedAt: string | number, revision: string | number) =>
      $localize`:@@why.approved:Godkänt av ${approvedBy}:approvedBy: den ${recordedAt}:recordedAt:, utgåva ${revision}:revision:.`,
    recorded: (recordedAt: string | number, revision: string | number) =>
      $localize`:@@why.recorded:Registrerat den ${recordedAt}:recordedAt:, utgåva ${revision}:revision:.`,
    lastReal: $localize`:@@why.last-real:Senaste värdet`,
    target: $localize`:@@why.target:Mål`,
    fromTo: (from: string, to: string) => $localize`:@@why.from-to:Från ${from}:from: till ${to}:to:`,
    band: (low: string | number, high: string | number, finalPeriod: string | number) =>
      $localize`:@@why.band:Mellan ${low}:low: och ${high}:high:, till och med ${finalPeriod}:finalPeriod:`,
    expected: $localize`:@@why.expected:Förväntat nu, enligt målbanan`,
    tolerance: $localize`:@@why.tolerance:Räknas som ${statusWord('at-risk', false, this.language)}:word: upp till (tolerans)`,
    margin: $localize`:@@why.margin:Felmarginal (95 procents säkerhet)`,
    break: (firstPeriod: string | number) => $localize`:@@why.break:Brott i serien från ${firstPeriod}:firstPeriod:`,
    method: $localize`:@@why.method:Så räknar vi`,
    rule: (ruleVersion: string | number) => $localize`:@@why.rule:(regel ${ruleVersion}:ruleVersion:)`,
  };
  readonly assessed = input.required<AssessedView>();
  protected readonly sentences = computed(() => this.assessed().sentences[this.language]);
  protected readonly explanation = computed(() => this.assessed().explanation);
  /** Departments have Swedish names, which only a Swedish sentence bends. */
  protected readonly department = (name: string): string => (this.language === 'sv' ? withinSentence(name) : name);
  protected readonly qualityWord = injectWord(qualityText);
  protected readonly provenanceWord = injectWord(provenanceText);
}

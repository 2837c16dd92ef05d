import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IndicatorPageView } from '@slusen/contracts';
import { cadenceWord, DayPipe, ExampleMark, injectMissingWord, LocalizedText, PeriodPipe, roleWord, WithUnitPipe } from '@slusen/ui';

/** What the indicator is, who answers for it, when the next value comes, what was corrected and where the series breaks. */
@Component({
  selector: 'app-indicator-facts',
  imports: [DayPipe, ExampleMark, LocalizedText, PeriodPipe, RouterLink, WithUnitPipe],
  templateUrl: './indicator-facts.html',
})
export class IndicatorFacts {
  protected readonly texts = {
    heading: $localize`:@@facts.heading:Om indikatorn`,
    next: $localize`:@@facts.next:Nästa värde`,
    overdue: (date: string | number) => $localize`:@@facts.overdue:skulle ha kommit den ${date}:date:`,
    due: (date: string | number) => $localize`:@@facts.due:väntas nu (från den ${date}:date:)`,
    expected: (date: string | number) => $localize`:@@facts.expected:väntas den ${date}:date:`,
    unit: $localize`:@@facts.unit:Enhet och riktning`,
    cadence: $localize`:@@facts.cadence:Mäts`,
    source: $localize`:@@facts.source:Källa`,
    owner: $localize`:@@facts.owner:Ansvarar för siffran`,
    actors: $localize`:@@facts.actors:Arbetar för målet`,
    breaks: $localize`:@@facts.breaks:Brott i serien`,
    break: (firstPeriod: string | number) => $localize`:@@facts.break:Från ${firstPeriod}:firstPeriod::`,
    corrections: $localize`:@@facts.corrections:Rättade värden`,
    became: $localize`:@@facts.became:blev`,
    correctedOn: (recordedAt: string | number) => $localize`:@@facts.corrected-on:den ${recordedAt}:recordedAt:.`,
  };
  readonly page = input.required<IndicatorPageView>();
  protected readonly cadence = computed(() => cadenceWord(this.page().indicator.cadence));
  protected readonly direction = computed(() => {
    const { direction } = this.page().indicator;
    if (direction === 'none') return $localize`:@@facts.direction-none:Varken högre eller lägre är bättre i sig`;
    return direction === 'increase' ? $localize`:@@facts.direction-up:Högre är bättre` : $localize`:@@facts.direction-down:Lägre är bättre`;
  });
  protected readonly missingWord = injectMissingWord();
  protected readonly roleWord = roleWord;
  /** Who has a role in the goals; whoever owns the figure is named above. */
  protected readonly workers = computed(() =>
    this.page().answersForIt.flatMap(({ role, ...held }) => (role === 'owner' ? [] : [{ role, ...held }])),
  );
}

import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IndicatorPageView } from '@slusen/contracts';
import { actorRoleWord } from '@slusen/domain';
import { ExampleMark, injectLanguage, injectWord, LocalizedText, PeriodPipe } from '@slusen/ui';

/** What the indicator is, who answers for it, when the next value comes, what was corrected and where the series breaks. */
@Component({
  selector: 'app-indicator-facts',
  imports: [ExampleMark, LocalizedText, PeriodPipe, RouterLink],
  templateUrl: './indicator-facts.html',
})
export class IndicatorFacts {
  protected readonly texts = {
    heading: $localize`:@@facts.heading:Om indikatorn`,
    next: $localize`:@@facts.next:Nästa värde`,
    missing: $localize`:@@facts.missing:Saknas`,
    unit: $localize`:@@facts.unit:Enhet och riktning`,
    source: $localize`:@@facts.source:Källa`,
    owner: $localize`:@@facts.owner:Ansvarar för siffran`,
    actors: $localize`:@@facts.actors:Arbetar för målet`,
    breaks: $localize`:@@facts.breaks:Brott i serien`,
    corrections: $localize`:@@facts.corrections:Ändrade värden`,
  };
  readonly page = input.required<IndicatorPageView>();
  protected readonly language = injectLanguage();
  protected readonly roleWord = injectWord(actorRoleWord);
  /** What is missing, and apart from that what comes next. */
  protected readonly awaited = computed(() => {
    const { missingValues, nextExpected } = this.page();
    return [
      { term: this.texts.missing, values: missingValues },
      { term: this.texts.next, values: nextExpected ? [nextExpected] : [] },
    ].filter(({ values }) => values.length);
  });
  /** Who has a role in each goal; whoever owns the figure is named above. */
  protected readonly workers = computed(() => {
    const { goals, answersForIt } = this.page();
    const groups = goals.map(({ goal }) => ({
      goal,
      held: answersForIt.flatMap(({ actor, role, goal: its, isExample }) =>
        role === 'owner' || its?.slug !== goal.slug ? [] : [{ actor, role, isExample }],
      ),
    }));
    return groups.filter(({ held }) => held.length > 0);
  });
}

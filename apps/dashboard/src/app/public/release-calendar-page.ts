import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExpectedFigure } from '@slusen/contracts';
import { periodLabel, upperFirst } from '@slusen/domain';
import { DayPipe, EmptyState, ExampleMark, injectLanguage, LocalizedText, PeriodPipe } from '@slusen/ui';
import { IndicatorsApi } from '../data/indicators-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';

const PASSED = 'inte-kommit';

/** When figures are expected, month by month; what has passed its day stands apart. */
@Component({
  selector: 'app-release-calendar-page',
  imports: [DayPipe, EmptyState, ExampleMark, LocalizedText, PageState, PeriodPipe, RouterLink],
  templateUrl: './release-calendar-page.html',
})
export class ReleaseCalendarPage {
  protected readonly texts = {
    heading: $localize`:@@calendar.heading:När siffrorna väntas`,
    lead: $localize`:@@calendar.lead:Dagarna då nya siffror väntas de kommande tolv månaderna. En siffra kan komma både före och efter sin dag.`,
    show: $localize`:@@calendar.show:Visa`,
    all: $localize`:@@calendar.all:alla områden`,
    passed: $localize`:@@calendar.passed:Har inte kommit än`,
    passedBelow: (count: string | number) => $localize`:@@calendar.passed-below:Har passerat sin dag utan att komma: ${count}:count:`,
    examples: $localize`:@@calendar.examples:Det som är märkt ”exempel” är påhittat för demonstrationen.`,
    subscribe: $localize`:@@calendar.subscribe:Lägg till i din kalender (iCal)`,
    json: $localize`:@@calendar.json:Som data (JSON)`,
    nothing: $localize`:@@calendar.nothing:Inga siffror väntas de kommande tolv månaderna`,
  };
  /** Bound from the query: `?omrade=leva`. One that is there twice comes as a list; the server renders the page of the first. */
  readonly omrade = input<string | string[]>();
  protected readonly language = injectLanguage();
  private readonly area = computed(() => [this.omrade()].flat()[0]?.trim().slice(0, 120));
  protected readonly page = inject(IndicatorsApi).calendar(this.area);
  protected readonly file = this.language === 'sv' ? '/kalender.ics' : '/en/kalender.ics';
  /** Month by month, in the order it comes, and last what has passed its day, which is named above. */
  protected readonly groups = computed((): readonly Group[] => {
    if (!this.page.hasValue()) return [];
    const { passed, coming } = this.page.value();
    const months = [...Map.groupBy(coming, ({ date }) => date.slice(0, 7))];
    const monthly = months.map(([month, figures]): Group => ({ id: `manad-${month}`, heading: this.monthName(month), figures }));
    return passed.length > 0 ? [...monthly, { id: PASSED, heading: this.texts.passed, figures: passed }] : monthly;
  });
  protected readonly passedId = PASSED;

  constructor() {
    inject(PageHead).set($localize`:@@calendar.title:Kalender`);
  }

  private monthName(month: string): string {
    const [year, part] = month.split('-').map(Number);
    return upperFirst(periodLabel({ cadence: 'month', year: year ?? 0, part: part ?? 1 }, this.language));
  }
}

interface Group {
  readonly id: string;
  readonly heading: string;
  readonly figures: readonly ExpectedFigure[];
}

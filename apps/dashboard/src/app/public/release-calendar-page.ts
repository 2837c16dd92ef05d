import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExpectedFigure } from '@slusen/contracts';
import { periodLabel, textIn, upperFirst } from '@slusen/domain';
import { DayPipe, EmptyState, ExampleMark, injectLanguage, LocalizedText, PeriodPipe } from '@slusen/ui';
import { CalendarApi } from '../data/calendar-api.js';
import { SiteApi } from '../data/site-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';

/** When figures are expected, month by month; before them what may come any day, and last what is late, apart what is fetched from its source. */
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
    parts: $localize`:@@calendar.parts:Månader`,
    covers: $localize`:@@calendar.covers:gäller`,
    examples: $localize`:@@calendar.examples:Det som är märkt ”exempel” är påhittat för demonstrationen.`,
    follow: $localize`:@@calendar.follow:Följ dagarna i din egen kalender (iCal)`,
    followHow: $localize`:@@calendar.follow-how:Kopiera adressen och lägg till den där ditt kalenderprogram tar emot en kalender från webben. I Outlook heter det ”Prenumerera från webben”, i Google Kalender ”Från webbadress” och på en iPhone ”Lägg till kalenderprenumeration”. Flyttas en dag här så flyttas den hos dig också.`,
    json: $localize`:@@calendar.json:Samma dagar som data (JSON)`,
    nothing: $localize`:@@calendar.nothing:Inga siffror väntas de kommande tolv månaderna`,
  };
  /** Bound from the query: `?omrade=leva`. One that is there twice comes as a list; the server renders the page of the first. */
  readonly omrade = input<string | string[]>();
  protected readonly language = injectLanguage();
  private readonly asked = computed(() => [this.omrade()].flat()[0]?.trim().slice(0, 120));
  private readonly api = inject(CalendarApi);
  protected readonly page = this.api.calendar(this.asked);
  private readonly area = computed(() => {
    if (!this.page.hasValue()) return undefined;
    const { area, areas } = this.page.value();
    return areas.find(({ slug }) => slug === area);
  });
  protected readonly heading = computed(() => this.named(this.texts.heading));
  protected readonly data = computed(() => this.api.data(this.area()?.slug));
  protected readonly file = computed(() => this.api.file(this.language, this.area()?.slug));
  private readonly site = inject(SiteApi).site;
  /** Whole, so that it can be copied; the server knows where it is reached. */
  protected readonly address = computed(() => `${this.site()?.publicUrl ?? ''}${this.file()}`);
  protected readonly groups = computed(() => {
    if (!this.page.hasValue()) return [];
    const { passed, coming } = this.page.value();
    return this.groupsOf([...passed, ...coming]);
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => head.set(this.named($localize`:@@calendar.title:Kalender`)));
  }

  private named(text: string): string {
    const area = this.area();
    return area ? `${text}: ${textIn(area.name, this.language).text}` : text;
  }

  private groupsOf(figures: readonly ExpectedFigure[]): readonly Group[] {
    const of = (wanted: ExpectedFigure['state']): readonly ExpectedFigure[] => figures.filter(({ state }) => state === wanted);
    const months = [...Map.groupBy(of('not-yet-due'), ({ date }) => date.slice(0, 7))];
    const late = of('overdue');
    return [
      { id: 'nu', heading: $localize`:@@calendar.any-day:Väntas när som helst`, figures: of('due') },
      ...months.map(([month, expected]) => ({ id: `manad-${month}`, heading: this.monthName(month), figures: expected })),
      { id: 'forsenat', heading: $localize`:@@calendar.late:Försenat`, figures: late.filter((figure) => !isFetched(figure)) },
      { id: 'forsenat-kalla', heading: $localize`:@@calendar.late-source:Försenat: hämtas från källan`, figures: late.filter(isFetched) },
    ].filter((group) => group.figures.length > 0);
  }

  private monthName(month: string): string {
    const [year = 0, part = 1] = month.split('-').map(Number);
    return upperFirst(periodLabel({ cadence: 'month', year, part }, this.language));
  }
}

/** Nobody here types it: it comes by file from whoever publishes it. */
const isFetched = ({ arrival }: ExpectedFigure): boolean => arrival === 'by-file';

interface Group {
  readonly id: string;
  readonly heading: string;
  readonly figures: readonly ExpectedFigure[];
}

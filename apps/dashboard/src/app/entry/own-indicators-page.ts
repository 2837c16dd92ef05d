import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OwnIndicator } from '@slusen/contracts';
import { cadenceWord, dateLabel, figureName, missingText, parsePeriod, qualityText, textIn } from '@slusen/domain';
import { EmptyState, ExampleMark, injectLanguage, injectWord, LocalizedText, WithUnitPipe } from '@slusen/ui';
import { deputyText } from '../data/deputy-text.js';
import { EntriesApi } from '../data/entries-api.js';
import { daysText, stateText } from '../data/task-days.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { correction, ownForm } from '../data/own-form.js';
import { formTexts } from '../data/own-form-texts.js';
import { OWN_SORTS, shownOwn, STANDINGS, type OwnFilter, type OwnSort, type Standing } from './own-view.js';

/** Everything that somebody reports or reviews: where it stands, its latest figure, and the ways to enter and correct it. */
@Component({
  selector: 'app-own-indicators-page',
  imports: [EmptyState, ExampleMark, LocalizedText, PageState, RouterLink, WithUnitPipe],
  templateUrl: './own-indicators-page.html',
})
export class OwnIndicatorsPage {
  protected readonly texts = {
    ...formTexts(),
    heading: $localize`:@@own.heading:Mina indikatorer`,
    lead: $localize`:@@own.lead:Allt du rapporterar, granskar eller är ersättare för.`,
    search: $localize`:@@own.search:Sök på namn`,
    department: $localize`:@@own.department:Förvaltning`,
    state: $localize`:@@own.state:Läge`,
    sort: $localize`:@@own.sort:Ordna efter`,
    all: $localize`:@@own.all:Alla`,
    none: $localize`:@@own.none:inget värde än`,
    public: $localize`:@@own.public:Publik sida`,
    review: $localize`:@@own.review:Granska`,
    reviews: $localize`:@@own.reviews:du granskar`,
    notYetDue: $localize`:@@own.not-yet-due:Inget att göra än`,
    next: (period: string, day: string) => $localize`:@@own.next:${period}:period: kan lämnas in från den ${day}:day:`,
    more: (count: number) => $localize`:@@own.more:${count}:count: värden att lämna in`,
    waiting: (count: number) =>
      count === 1 ? $localize`:@@own.waiting-one:ett väntar på granskning` : $localize`:@@own.waiting:${count}:count: väntar på granskning`,
    count: (shown: number, all: number) => $localize`:@@own.count:${shown}:shown: av ${all}:all: indikatorer`,
    nothingAdvice: $localize`:@@own.nothing-advice:De kommer hit när du har en roll för en förvaltning som svarar för indikatorer.`,
  };
  protected readonly sortNames: Readonly<Record<OwnSort, string>> = {
    press: $localize`:@@own.sort-press:mest brådskande`,
    name: $localize`:@@own.sort-name:namn`,
    latest: $localize`:@@own.sort-latest:senaste värde`,
  };
  protected readonly standingNames: Readonly<Record<Standing, string>> = {
    'to-do': $localize`:@@own.standing-to-do:Att göra`,
    submitted: $localize`:@@own.standing-submitted:Väntar på granskning`,
    done: $localize`:@@own.standing-done:Nyligen klart`,
    'not-yet-due': $localize`:@@own.standing-later:Inget att göra än`,
  };
  protected readonly sorts = OWN_SORTS;
  protected readonly standings = STANDINGS;
  private readonly language = injectLanguage();
  protected readonly cadence = injectWord(cadenceWord);
  protected readonly missingWord = injectWord(missingText);
  protected readonly quality = injectWord(qualityText);
  protected readonly asDeputy = deputyText;
  protected readonly form = ownForm;
  protected readonly list = inject(EntriesApi).ownIndicators();
  protected readonly filter = signal<OwnFilter>({ text: '', department: '', standing: '' });
  protected readonly sort = signal<OwnSort>('press');
  protected readonly all = computed(() => (this.list.hasValue() ? this.list.value().items : []));
  protected readonly shown = computed(() => shownOwn(this.all(), this.filter(), this.sort()));
  /** Once each, by name. */
  protected readonly departments = computed(() => {
    const named = new Map(this.all().map(({ department }) => [department.slug, textIn(department.name, this.language).text]));
    return [...named].map(([slug, name]) => ({ slug, name })).sort((a, b) => a.name.localeCompare(b.name, 'sv'));
  });

  constructor() {
    inject(PageHead).set($localize`:@@own.title:Mina indikatorer`);
  }

  protected narrow(change: Partial<OwnFilter>): void {
    this.filter.update((filter) => ({ ...filter, ...change }));
  }

  protected standing(value: string): void {
    this.narrow({ standing: STANDINGS.find((one) => one === value) ?? '' });
  }

  protected order(value: string): void {
    this.sort.set(OWN_SORTS.find((one) => one === value) ?? 'press');
  }

  /** The way to correct the latest figure, where another way comes first. */
  protected correction(one: OwnIndicator) {
    return this.form(one)?.verb === 'correct' ? undefined : correction(one);
  }

  protected isLate(one: OwnIndicator): boolean {
    return one.state === 'returned' || (one.task !== undefined && this.list.hasValue() && one.task.lastDay < this.list.value().today);
  }

  protected stateOf({ state, task }: OwnIndicator): string {
    if (state === 'not-yet-due') return this.texts.notYetDue;
    return this.list.hasValue() ? stateText({ state, lastDay: task?.lastDay ?? '' }, this.list.value().today, this.language) : '';
  }

  /** What more is to be said of where it stands. */
  protected more(one: OwnIndicator): string[] {
    const { state, task, open, waiting, next } = one;
    const today = this.list.hasValue() ? this.list.value().today : '';
    return [
      ...(task
        ? [`${this.period(task.period, one)}, ${daysText({ state: taskState(state), lastDay: task.lastDay }, today, this.language)}`]
        : []),
      ...(open > 1 ? [this.texts.more(open)] : []),
      ...(waiting > 0 && (state !== 'submitted' || waiting > 1) ? [this.texts.waiting(waiting)] : []),
      ...(!task && next && next.dueOn > today
        ? [this.texts.next(this.period(next.period, one), dateLabel(next.dueOn, this.language))]
        : []),
    ];
  }

  protected period(code: string, of: Pick<OwnIndicator, 'reporting'>): string {
    return figureName(parsePeriod(code), this.language, of);
  }
}

const taskState = (state: OwnIndicator['state']) => (state === 'not-yet-due' ? 'due' : state);

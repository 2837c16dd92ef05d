import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RegisteredIndicator } from '@slusen/contracts';
import { cadenceWord, figureName, parsePeriod } from '@slusen/domain';
import { EmptyState, ExampleMark, injectLanguage, injectWord, LocalizedText, WithUnitPipe } from '@slusen/ui';
import { IndicatorDeskApi } from '../data/indicator-desk-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { choicesOf, NOBODY, shownIndicators, SORTS, type RegisterFilter, type Sort } from './register-view.js';

/** Every indicator, with what is not in order about it. */
@Component({
  selector: 'app-register-page',
  imports: [EmptyState, ExampleMark, LocalizedText, PageState, RouterLink, WithUnitPipe],
  templateUrl: './register-page.html',
})
export class RegisterPage {
  protected readonly texts = {
    heading: $localize`:@@register.heading:Sköta indikatorer`,
    add: $localize`:@@register.add:Ny indikator`,
    search: $localize`:@@register.search:Sök på namn`,
    owner: $localize`:@@register.owner:Ansvarig`,
    area: $localize`:@@register.area:Område`,
    all: $localize`:@@register.all:Alla`,
    nobody: $localize`:@@register.nobody:Ingen ansvarig`,
    late: $localize`:@@register.late:Bara försenade`,
    withoutTarget: $localize`:@@register.without-target:Bara utan målvärde`,
    sort: $localize`:@@register.sort:Ordna efter`,
    file: $localize`:@@register.file:Hämta listan för Excel`,
    caption: $localize`:@@register.caption:Indikatorer`,
    none: $localize`:@@register.none:inget värde än`,
    noneYet: $localize`:@@register.none-at-all-advice:Lägg till en med knappen Ny indikator, eller när du skriver målen i ett utkast.`,
    noTarget: $localize`:@@register.no-target:utan målvärde`,
    derived: $localize`:@@register.derived:räknas fram`,
    ended: (period: string) => $localize`:@@register.ended:upphörd efter ${period}:period:`,
    isLate: (period: string, days: number) => $localize`:@@register.is-late:${period}:period: är försenad ${days}:days: dagar`,
    count: (shown: number, all: number) => $localize`:@@register.count:${shown}:shown: av ${all}:all: indikatorer`,
    columns: {
      name: $localize`:@@register.column-name:Indikator`,
      latest: $localize`:@@register.column-latest:Senaste värde`,
      state: $localize`:@@register.column-state:Att göra`,
    },
  };
  protected readonly sortNames: Readonly<Record<Sort, string>> = {
    name: $localize`:@@register.sort-name:namn`,
    owner: $localize`:@@register.sort-owner:ansvarig`,
    latest: $localize`:@@register.sort-latest:senaste värde`,
    late: $localize`:@@register.sort-late:mest försenad`,
  };
  private readonly api = inject(IndicatorDeskApi);
  private readonly language = injectLanguage();
  protected readonly sorts = SORTS;
  protected readonly nobody = NOBODY;
  protected readonly file = this.api.file;
  protected readonly cadence = injectWord(cadenceWord);
  protected readonly list = this.api.register();
  protected readonly filter = signal<RegisterFilter>({ text: '', owner: '', area: '', onlyLate: false, onlyWithoutTarget: false });
  protected readonly sort = signal<Sort>('name');
  protected readonly all = computed(() => (this.list.hasValue() ? this.list.value().indicators : []));
  protected readonly shown = computed(() => shownIndicators(this.all(), this.filter(), this.sort()));
  protected readonly owners = computed(() => choicesOf(this.all().map(({ owner }) => owner), this.language)); // prettier-ignore
  protected readonly areas = computed(() => choicesOf(this.all().flatMap(({ areas }) => areas), this.language)); // prettier-ignore

  constructor() {
    inject(PageHead).set($localize`:@@register.title:Sköta indikatorer`);
  }

  protected choose(change: Partial<RegisterFilter>): void {
    this.filter.update((filter) => ({ ...filter, ...change }));
  }

  protected order(sort: string): void {
    this.sort.set(SORTS.find((one) => one === sort) ?? 'name');
  }

  /** What is to be done about one, or to be known of it, in short. */
  protected states({ late, hasTarget, isDerived, endsAfter, reporting }: RegisteredIndicator): string[] {
    return [
      ...(late ? [this.texts.isLate(this.period(late.period, { reporting }), late.days)] : []),
      ...(endsAfter === undefined ? [] : [this.texts.ended(this.period(endsAfter, { reporting }))]),
      ...(hasTarget || endsAfter !== undefined ? [] : [this.texts.noTarget]),
      ...(isDerived ? [this.texts.derived] : []),
    ];
  }

  protected period(code: string, of: Pick<RegisteredIndicator, 'reporting'>): string {
    return figureName(parsePeriod(code), this.language, of);
  }
}

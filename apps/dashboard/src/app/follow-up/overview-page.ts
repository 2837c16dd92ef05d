import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { OverviewView } from '@slusen/contracts';
import { formatNumber, fulfilmentStatus, type Status } from '@slusen/domain';
import {
  DayPipe,
  Disclosure,
  EmptyState,
  ExampleMark,
  injectLanguage,
  LocalizedText,
  PeriodPipe,
  StatusCounts,
  StatusMark,
  TrendArrow,
} from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { GoalsApi } from '../data/goals-api.js';
import { mayOpen } from '../data/page-access.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { lateValues } from './late-values.js';

type Area = OverviewView['areas'][number];

/** Every goal at a glance, from the whole to a figure in two clicks; for a telephone and for a wall. */
@Component({
  selector: 'app-overview-page',
  imports: [
    DayPipe,
    Disclosure,
    EmptyState,
    ExampleMark,
    LocalizedText,
    PageState,
    PeriodPipe,
    RouterLink,
    StatusCounts,
    StatusMark,
    TrendArrow,
  ],
  templateUrl: './overview-page.html',
})
export class OverviewPage {
  protected readonly language = injectLanguage();
  protected readonly texts = {
    heading: $localize`:@@overview.heading:Översikt`,
    computed: (computedOn: string | number) => $localize`:@@overview.computed:Uträknat den ${computedOn}:computedOn:`,
    worrying: $localize`:@@overview.worrying:Visa bara mål som inte är i fas`,
    overdue: (count: number) => $localize`:@@overview.overdue:Värden som skulle ha kommit: ${count}:count:`,
    byFile: $localize`:@@overview.by-file:officiell statistik, läses in när den kommer från källan:`,
    whenParts: $localize`:@@overview.when-parts:räknas fram när dess delar har kommit`,
    writeIt: $localize`:@@overview.write-it:Skriv den som ett utkast. När den är beslutad och antagen visas här hur det går med varje mål.`,
    toDrafts: $localize`:@@overview.to-drafts:Skriv strategin`,
    waitForIt: $localize`:@@overview.wait-for-it:När en strateg har lagt in kommunens strategi och den är antagen visas här hur det går med varje mål.`,
    uncertain: $localize`:@@overview.uncertain:Kan inte skiljas från målbanan.`,
    days: (days: number) =>
      days === 1
        ? $localize`:@@overview.one-day-late:en dag försenat`
        : $localize`:@@overview.days-late:${formatNumber(days, { decimals: 0, language: this.language })}:days: dagar försenat`,
  };
  protected readonly page = inject(GoalsApi).overview();
  private readonly current = inject(CurrentAccount);
  protected readonly mayDraft = computed(() => mayOpen(this.current.view(), 'administration/strategi'));
  protected readonly status = fulfilmentStatus;
  protected readonly onlyWorrying = signal(false);

  private readonly all = computed(() => (this.page.hasValue() ? this.page.value().areas : []));
  /** Areas with the goals to show: all, or those that are not on track. */
  protected readonly areas = computed(() =>
    this.all()
      .map((area) => ({ ...area, goals: area.goals.filter(({ rollUp }) => !this.onlyWorrying() || rollUp.fulfilment !== 'met') }))
      .filter(({ goals }) => goals.length > 0),
  );
  protected readonly counts = computed(() => countGoals(this.all()));
  protected readonly late = computed(() => lateValues(this.all()));

  constructor() {
    inject(PageHead).set($localize`:@@overview.title:Översikt`);
  }
}

function countGoals(areas: readonly Area[]): Record<Status, number> {
  const counts = { 'on-track': 0, 'at-risk': 0, 'off-track': 0, 'not-assessable': 0 };
  for (const { goals } of areas) for (const { rollUp } of goals) counts[fulfilmentStatus(rollUp.fulfilment)]++;
  return counts;
}

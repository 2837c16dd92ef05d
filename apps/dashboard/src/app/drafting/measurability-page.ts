import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GoalMeasurabilityView, MeasurabilityFindingView } from '@slusen/contracts';
import { MEASURABILITY_GAPS, type MeasurabilityGap } from '@slusen/domain';
import { DayPipe, injectLanguage, LocalizedText } from '@slusen/ui';
import { CurrentAccount } from '../data/current-account.js';
import { DraftsApi } from '../data/drafts-api.js';
import { mayOpen } from '../data/page-access.js';
import { SiteApi } from '../data/site-api.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { stateText } from './draft-steps.js';
import { countText, findingText, gapText } from './measurability-texts.js';

type Shown = MeasurabilityGap | 'all' | 'lacking';

/** The way to where something that is missing is mended. */
interface Mending {
  readonly link: readonly (string | number)[];
  readonly query: { readonly del?: string };
  readonly field?: string | undefined;
}

/** The field of the definition in which it is said. */
const FIELDS: Readonly<Partial<Record<MeasurabilityGap, string>>> = {
  ...{ unit: 'unit-sv', direction: 'direction', source: 'source-name', owner: 'owner', cadence: 'cadence', influence: 'influence' },
};

/** Whether a draft can be followed up, goal by goal, with the way to mend what is missing; printed it is an appendix to the case. */
@Component({
  selector: 'app-measurability-page',
  imports: [DayPipe, LocalizedText, PageState, RouterLink],
  templateUrl: './measurability-page.html',
})
export class MeasurabilityPage {
  protected readonly texts = {
    back: $localize`:@@measurability.back:Utkastet`,
    heading: $localize`:@@measurability.heading:Går målen att följa upp?`,
    strategy: $localize`:@@measurability.strategy:Strategi`,
    draft: $localize`:@@measurability.draft:Utkast`,
    municipality: $localize`:@@measurability.municipality:Kommun`,
    checked: $localize`:@@measurability.checked:Kontrollerat`,
    rule: $localize`:@@measurability.rule:En indikator är mätbar när inget av det som kontrolleras saknas för den, och räknas en gång för varje mål som den mäter. Det som saknas hindrar inte att strategin antas, men målet blir svårare att följa upp.`,
    show: $localize`:@@measurability.show:Visa`,
    print: $localize`:@@measurability.print:Skriv ut som bilaga`,
    deliberate: $localize`:@@measurability.deliberate:Målet mäts inte, med flit:`,
    nothing: $localize`:@@measurability.nothing:Inget saknas`,
    missing: $localize`:@@measurability.missing:Att åtgärda:`,
    unnamed: $localize`:@@measurability.unnamed:Mål utan namn`,
    goalsOf: (measurable: number, total: number) =>
      $localize`:@@measurability.goals:${measurable}:measurable: av ${total}:total: mål har minst en mätbar indikator.`,
    deliberateOf: (count: number) => $localize`:@@measurability.deliberate-count:Mål som inte mäts, med flit: ${count}:count:.`,
  };
  /** The draft's number. */
  readonly id = input.required<string>();
  protected readonly reading = inject(DraftsApi).measurability(this.id);
  protected readonly site = inject(SiteApi).site;
  protected readonly language = injectLanguage();
  protected readonly stateText = stateText;
  protected readonly countText = countText;
  protected readonly chosen = signal<Shown>('all');
  private readonly account = inject(CurrentAccount);
  /** Roles are given by administrators. */
  private readonly people = computed(() =>
    mayOpen(this.account.view(), 'administration/personer') ? '/administration/personer' : '/administration',
  );
  private readonly goals = computed(() => (this.reading.hasValue() ? this.reading.value().goals : []));
  protected readonly choices = computed(() => {
    const all = { shown: 'all' as Shown, name: $localize`:@@measurability.all:Alla mål`, count: this.goals().length };
    const lacking = {
      shown: 'lacking' as Shown,
      name: $localize`:@@measurability.lacking:Det som saknar något`,
      count: this.countOf('lacking'),
    };
    const gaps = MEASURABILITY_GAPS.map((gap) => ({ shown: gap, name: gapText(gap), count: this.countOf(gap) }));
    return [all, lacking, ...gaps].filter(({ shown, count }) => shown === 'all' || count > 0);
  });
  protected readonly chosenName = computed(() => this.choices().find(({ shown }) => shown === this.chosen())?.name ?? '');
  protected readonly shown = computed(() => {
    const chosen = this.chosen();
    if (chosen === 'all') return this.goals();
    return this.goals()
      .map((goal) => ({ ...goal, indicators: goal.indicators.filter(({ findings }) => isAbout(findings, chosen)) }))
      .filter(({ findings, indicators }) => isAbout(findings, chosen) || indicators.length > 0);
  });

  constructor() {
    inject(PageHead).set($localize`:@@measurability.title:Mätbarhet`);
  }

  protected text(finding: MeasurabilityFindingView): string {
    return findingText(finding, this.language);
  }

  protected mending({ mendedIn, gap }: MeasurabilityFindingView, goal: GoalMeasurabilityView, indicator?: string): Mending {
    if (mendedIn === 'people') return { link: [this.people()], query: {} };
    if (mendedIn === 'indicator' && indicator) return { link: ['/administration/indikatorer', indicator], query: {}, field: FIELDS[gap] };
    return { link: ['/administration/strategi', this.id()], query: { del: `goal:${goal.slug}` } };
  }

  protected print(): void {
    window.print();
  }

  /** How many goals and indicators lack it. */
  private countOf(gap: MeasurabilityGap | 'lacking'): number {
    const things = this.goals().flatMap(({ findings, indicators }) => [findings, ...indicators.map((one) => one.findings)]);
    return things.filter((findings) => isAbout(findings, gap)).length;
  }
}

const isAbout = (findings: readonly MeasurabilityFindingView[], gap: MeasurabilityGap | 'lacking'): boolean =>
  gap === 'lacking' ? findings.length > 0 : findings.some((finding) => finding.gap === gap);

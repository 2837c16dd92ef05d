import { Component, computed, effect, inject, input } from '@angular/core';
import { textIn } from '@slusen/domain';
import { Chart, ExampleMark, injectLanguage, LocalizedText, TrendArrow, type TableDownload } from '@slusen/ui';
import { IndicatorsApi } from '../data/indicators-api.js';
import { Breadcrumbs, type Crumb } from '../shell/breadcrumbs.js';
import { PageHead } from '../shell/page-head.js';
import { PageState } from '../shell/page-state.js';
import { indicatorCharts } from './indicator-charts.js';
import { IndicatorFacts } from './indicator-facts.js';
import { TerritoryValues } from './territory-values.js';
import { MeasuredGoalCard } from './measured-goal-card.js';
import { SeriesTable } from './series-table.js';

/** An indicator: what it shows now, how it lies against its targets and why, all its figures and where they come from. */
@Component({
  selector: 'app-indicator-page',
  imports: [
    Breadcrumbs,
    Chart,
    ExampleMark,
    IndicatorFacts,
    TerritoryValues,
    LocalizedText,
    MeasuredGoalCard,
    PageState,
    SeriesTable,
    TrendArrow,
  ],
  templateUrl: './indicator-page.html',
})
export class IndicatorPage {
  protected readonly texts = {
    example: $localize`:@@indicator.example:Siffrorna är påhittade.`,
    outlook: $localize`:@@indicator.outlook:Takt och trend`,
    values: $localize`:@@indicator.values:Alla värden`,
  };
  /** Bound from the route `/indikator/:slug`. */
  readonly slug = input.required<string>();
  private readonly api = inject(IndicatorsApi);
  protected readonly page = this.api.page(this.slug);
  protected readonly language = injectLanguage();

  private readonly view = computed(() => (this.page.hasValue() ? this.page.value() : undefined));
  protected readonly crumbs = computed<Crumb[]>(() => {
    const measured = this.view()?.goals[0];
    if (!measured) return [{ link: '/indikatorer', name: { sv: 'Indikatorer', en: 'Indicators' } }];
    return [
      { link: `/omrade/${measured.area.slug}`, name: measured.area.name },
      { link: `/mal/${measured.goal.slug}`, name: measured.goal.name },
    ];
  });
  protected readonly charts = computed(() => {
    const view = this.view();
    return view ? indicatorCharts(view, this.language, (...image) => this.api.chartImage(...image)) : [];
  });
  /** One file has everything the page shows; it is offered below the first table. */
  protected readonly downloads = computed<TableDownload[]>(() => {
    const { plain, excel } = this.api.downloads(this.slug());
    return [
      { label: $localize`:@@series.csv:Hämta som CSV`, href: plain },
      { label: $localize`:@@series.excel:Hämta för svenskt Excel`, href: excel },
    ];
  });

  constructor() {
    const head = inject(PageHead);
    effect(() => {
      const view = this.view();
      if (view) head.set(textIn(view.indicator.name, this.language).text, view.headline[this.language].heading);
    });
  }
}

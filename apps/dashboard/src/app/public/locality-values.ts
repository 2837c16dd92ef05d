import { Component, computed, input } from '@angular/core';
import type { IndicatorPageView } from '@slusen/contracts';
import { comparePeriods, formatNumber, parsePeriod, periodLabel, textIn } from '@slusen/domain';
import { DataTable, injectLanguage, missingWord, type TableColumn } from '@slusen/ui';

type Locality = IndicatorPageView['localities'][number];

/** How many periods fit beside each other; the file has them all. */
const SHOWN_PERIODS = 6;

/** The same indicator in the municipality's localities, its latest periods beside each other. */
@Component({
  selector: 'app-locality-values',
  imports: [DataTable],
  template: `
    <section class="section" aria-labelledby="orter">
      <h2 id="orter">{{ texts.heading }}</h2>
      <ui-data-table [caption]="caption()" [columns]="columns()" [rows]="page().localities" />
    </section>
  `,
})
export class LocalityValues {
  protected readonly texts = {
    heading: $localize`:@@localities.heading:I kommunens orter`,
  };
  readonly page = input.required<IndicatorPageView>();
  private readonly language = injectLanguage();

  protected readonly caption = computed(() => textIn(this.page().indicator.unit, this.language).text);
  private readonly periods = computed(() => {
    const codes = new Set(this.page().localities.flatMap(({ points }) => points.map(({ period }) => period)));
    return [...codes].sort((a, b) => comparePeriods(parsePeriod(a), parsePeriod(b))).slice(-SHOWN_PERIODS);
  });
  protected readonly columns = computed<TableColumn<Locality>[]>(() => [
    {
      key: 'name',
      head: $localize`:@@localities.name:Ort`,
      cell: ({ territory }) => textIn(territory.name, this.language).text,
      sortBy: ({ territory }) => textIn(territory.name, this.language).text,
    },
    ...this.periods().map((code) => this.periodColumn(code)),
  ]);

  private periodColumn(code: string): TableColumn<Locality> {
    const pointOf = ({ points }: Locality): Locality['points'][number] | undefined => points.find(({ period }) => period === code);
    const style = { decimals: this.page().indicator.decimals, language: this.language };
    return {
      key: code,
      head: periodLabel(parsePeriod(code), this.language),
      isNumber: true,
      sortBy: (row) => pointOf(row)?.value ?? -Infinity,
      cell: (row) => {
        const point = pointOf(row);
        if (point?.value !== undefined) return formatNumber(point.value, style);
        return point?.missing ? missingWord(point.missing) : '–';
      },
    };
  }
}

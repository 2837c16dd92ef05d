import { Component, computed, input } from '@angular/core';
import type { IndicatorPageView, SeriesPoint } from '@slusen/contracts';
import {
  comparePeriods,
  figureName,
  formatNumber,
  missingText,
  ongoingText,
  parsePeriod,
  provenanceText,
  qualityText,
  textIn,
} from '@slusen/domain';
import { DataTable, injectLanguage, SourceName, type TableColumn, type TableDownload } from '@slusen/ui';

type Locality = IndicatorPageView['localities'][number];

/** How many periods fit beside each other, the newest first, since a telephone shows only one or two; the file has all. */
const SHOWN_PERIODS = 6;

/** The same indicator in the municipality's localities or in other municipalities, its latest periods beside each other. */
@Component({
  selector: 'app-territory-values',
  imports: [DataTable, SourceName],
  template: `
    <section class="section" [attr.aria-labelledby]="of()">
      <h2 [id]="of()">{{ texts[of()] }}</h2>
      <ui-data-table [caption]="caption()" [columns]="columns()" [rows]="rows()" [downloads]="downloads()" />
      <p class="small soft">
        {{ texts.source }}
        @for (source of sources(); track source; let last = $last) {
          <ui-source-name [source]="source" />{{ last ? '.' : ', ' }}
        }
        @for (said of asides(); track said.text) {
          <span [attr.lang]="said.lang">{{ said.text }}.</span>&ngsp;
        }
      </p>
    </section>
  `,
})
export class TerritoryValues {
  protected readonly texts = {
    localities: $localize`:@@localities.heading:I kommunens orter`,
    comparisons: $localize`:@@comparisons.heading:Hos andra`,
    source: $localize`:@@territories.source:Källa:`,
  };
  readonly page = input.required<IndicatorPageView>();
  readonly of = input.required<'localities' | 'comparisons'>();
  readonly downloads = input<readonly TableDownload[]>([]);
  protected readonly rows = computed(() => this.page()[this.of()]);
  private readonly language = injectLanguage();

  protected readonly caption = computed(() => textIn(this.page().indicator.unit, this.language).text);
  protected readonly sources = computed(() => [...new Set(this.shownPoints().map(({ source }) => source))]);
  /** How values came about that are not exact, which is too long to stand beside each; notes are in Swedish. */
  protected readonly asides = computed(() => [
    ...this.whose(({ value, provenance }) => value !== undefined && provenance !== 'exact' && provenanceText(provenance, this.language)),
    ...this.whose(({ provenanceNote }) => provenanceNote ?? false, 'sv'),
  ]);
  private readonly nameOf = ({ territory }: Locality): string => textIn(territory.name, this.language).text;
  /** What is said of the values that are shown, each with the places that it is said of. */
  private whose(saidOf: (point: SeriesPoint) => string | false, lang?: 'sv'): { text: string; lang: 'sv' | undefined }[] {
    const said = new Set(this.shownPoints().flatMap((point) => saidOf(point) || []));
    return [...said].map((text) => {
      const meant = this.rows().filter(({ points }) => points.some((point) => saidOf(point) === text));
      return { text: `${meant.map(this.nameOf).join(', ')}: ${text}`, lang };
    });
  }
  private readonly shownPoints = computed(() => {
    const shown = new Set(this.periods());
    return this.rows().flatMap(({ points }) => points.filter(({ period }) => shown.has(period)));
  });
  private readonly periods = computed(() => {
    const codes = new Set(this.rows().flatMap(({ points }) => points.map(({ period }) => period)));
    return [...codes].sort((a, b) => comparePeriods(parsePeriod(b), parsePeriod(a))).slice(0, SHOWN_PERIODS);
  });
  protected readonly columns = computed<TableColumn<Locality>[]>(() => [
    {
      key: 'name',
      head: this.of() === 'localities' ? $localize`:@@localities.name:Ort` : $localize`:@@comparisons.name:Område`,
      cell: this.nameOf,
      // Localities have Swedish names.
      ...(this.rows().every(({ territory }) => territory.name.en === undefined) && { lang: 'sv' }),
      sortBy: this.nameOf,
    },
    ...this.periods().map((code) => this.periodColumn(code)),
  ]);

  private periodColumn(code: string): TableColumn<Locality> {
    const pointOf = ({ points }: Locality): Locality['points'][number] | undefined => points.find(({ period }) => period === code);
    const style = { decimals: this.page().indicator.decimals, language: this.language };
    return {
      key: code,
      head: figureName(parsePeriod(code), this.language, this.page().indicator),
      isNumber: true,
      sortBy: (row) => pointOf(row)?.value ?? -Infinity,
      cell: (row) => {
        const point = pointOf(row);
        if (!point) return '–';
        const { value, missing, quality, isOngoing } = point;
        const text = value === undefined ? missing && missingText(missing, this.language) : formatNumber(value, style);
        const aside = [
          isOngoing && ongoingText(this.language),
          value !== undefined && quality !== 'final' && qualityText(quality, this.language),
        ];
        const said = aside.filter(Boolean).join(', ');
        return said ? `${text} (${said})` : (text ?? '–');
      },
    };
  }
}

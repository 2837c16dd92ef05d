import { Component, computed, input } from '@angular/core';
import type { IndicatorPageView, SeriesPoint } from '@slusen/contracts';
import {
  figureName,
  formatNumber,
  missingText,
  ongoingText,
  parsePeriod,
  periodPosition,
  provenanceText,
  qualityText,
  sourceAddress,
  sourceLabel,
  textIn,
} from '@slusen/domain';
import { DataTable, injectLanguage, type TableColumn, type TableDownload } from '@slusen/ui';

/** Every value of the municipality's series, latest first, with how sure it is and where it comes from. */
@Component({
  selector: 'app-series-table',
  imports: [DataTable],
  template: `<ui-data-table [caption]="caption()" [columns]="columns()" [rows]="rows()" [downloads]="downloads()" />`,
})
export class SeriesTable {
  readonly page = input.required<IndicatorPageView>();
  readonly downloads = input.required<readonly TableDownload[]>();
  private readonly language = injectLanguage();

  protected readonly rows = computed(() => this.page().points.toReversed());
  protected readonly caption = computed(() => {
    const { name, unit } = this.page().indicator;
    return `${textIn(name, this.language).text}, ${textIn(unit, this.language).text}`;
  });
  protected readonly columns = computed<TableColumn<SeriesPoint>[]>(() => {
    const { indicator } = this.page();
    const { decimals } = indicator;
    const style = { decimals, language: this.language };
    const { points, rolling } = this.page();
    const hasMargin = points.some(({ margin }) => margin !== undefined);
    return [
      {
        key: 'period',
        head: $localize`:@@series.period:Period`,
        cell: ({ period }) => figureName(parsePeriod(period), this.language, indicator),
        sortBy: ({ period }) => periodPosition(parsePeriod(period)),
      },
      {
        key: 'value',
        head: $localize`:@@series.value:Värde`,
        cell: ({ value, missing }) =>
          (value === undefined ? missing && missingText(missing, this.language) : formatNumber(value, style)) ?? '',
        sortBy: ({ value }) => value ?? -Infinity,
        isNumber: true,
      },
      ...(rolling ? [this.sumColumn(rolling, style)] : []),
      ...(hasMargin ? [this.marginColumn(style)] : []),
      { key: 'quality', head: $localize`:@@series.quality:Säkerhet`, cell: (point) => this.settledness(point) },
      {
        key: 'source',
        head: $localize`:@@series.source:Källa`,
        cell: ({ source }) => sourceLabel(source),
        href: ({ source }) => sourceAddress(source),
        // An invented value is called an example beside itself; why a value is missing is told in any case.
        notes: ({ missing, provenance, provenanceNote, note }) => [
          ...(note ? [textIn(note, this.language)] : []),
          ...(provenanceNote && (missing || provenance !== 'example') ? [{ text: provenanceNote }] : []),
        ],
        lang: 'sv',
      },
    ];
  });

  /** Periods whose value the public has seen another figure of; one that was only made final is not among them. */
  private readonly corrected = computed(
    () => new Set(this.page().corrections.flatMap((one) => (one.territory || one.kind === 'confirmation' ? [] : [one.period]))),
  );

  private whole(count: number): string {
    return formatNumber(count, { decimals: 0, language: this.language });
  }

  /** The twelve months ending with each period, which the chart of a target draws. */
  private sumColumn(
    rolling: NonNullable<IndicatorPageView['rolling']>,
    style: { decimals: number; language: 'sv' | 'en' },
  ): TableColumn<SeriesPoint> {
    const sums = new Map(rolling.map(({ period, value }) => [period, formatNumber(value, style)]));
    return {
      key: 'sum',
      head: $localize`:@@series.twelve-months:Tolv månader`,
      cell: ({ period }) => sums.get(period) ?? '',
      isNumber: true,
    };
  }

  private marginColumn(style: { decimals: number; language: 'sv' | 'en' }): TableColumn<SeriesPoint> {
    return {
      key: 'margin',
      head: $localize`:@@series.margin:Felmarginal`,
      cell: ({ margin }) => (margin === undefined ? '' : `± ${formatNumber(margin, style)}`),
      isNumber: true,
    };
  }

  private settledness({ period, missing, quality, provenance, respondents, isOngoing }: SeriesPoint): string {
    const ongoing = isOngoing ? ongoingText(this.language) : '';
    if (missing) return [provenance === 'example' ? provenanceText(provenance, this.language) : '', ongoing].filter(Boolean).join(', ');
    const parts = [
      ongoing,
      qualityText(quality, this.language),
      provenanceText(provenance, this.language),
      this.corrected().has(period) ? $localize`:@@series.corrected:rättat` : '',
      respondents === undefined ? '' : $localize`:@@series.respondents:${this.whole(respondents)}:count: svar`,
    ];
    return parts.filter(Boolean).join(', ');
  }
}

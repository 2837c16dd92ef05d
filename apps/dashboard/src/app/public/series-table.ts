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
      ...this.page().columns.map(({ head, told }) => ({
        key: head.sv,
        head: head[this.language],
        cell: ({ period }: SeriesPoint) => told[period]?.[this.language] ?? '',
        isNumber: true,
      })),
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

  private settledness({ period, missing, quality, provenance, isOngoing }: SeriesPoint): string {
    const ongoing = isOngoing ? ongoingText(this.language) : '';
    if (missing) return [provenance === 'example' ? provenanceText(provenance, this.language) : '', ongoing].filter(Boolean).join(', ');
    const parts = [
      ongoing,
      qualityText(quality, this.language),
      provenanceText(provenance, this.language),
      this.corrected().has(period) ? $localize`:@@series.corrected:rättat` : '',
    ];
    return parts.filter(Boolean).join(', ');
  }
}

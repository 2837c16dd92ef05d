import { Component, computed, input } from '@angular/core';
import type { IndicatorPageView, SeriesPoint } from '@slusen/contracts';
import { formatNumber, parsePeriod, periodLabel, periodPosition, textIn } from '@slusen/domain';
import { DataTable, injectLanguage, missingWord, provenanceWord, qualityWord, type TableColumn } from '@slusen/ui';

/** Every value of the municipality's series, latest first, with how sure it is and where it comes from. */
@Component({
  selector: 'app-series-table',
  imports: [DataTable],
  template: `<ui-data-table [caption]="caption()" [columns]="columns()" [rows]="rows()" [downloads]="downloads()" />`,
})
export class SeriesTable {
  readonly page = input.required<IndicatorPageView>();
  readonly plainFile = input.required<string>();
  readonly excelFile = input.required<string>();
  private readonly language = injectLanguage();

  protected readonly rows = computed(() => this.page().points.toReversed());
  protected readonly caption = computed(() => {
    const { name, unit } = this.page().indicator;
    return `${textIn(name, this.language).text}, ${textIn(unit, this.language).text}`;
  });
  protected readonly downloads = computed(() => [
    { label: $localize`:@@series.csv:Hämta som CSV`, href: this.plainFile() },
    { label: $localize`:@@series.excel:Hämta för svenskt Excel`, href: this.excelFile() },
  ]);
  protected readonly columns = computed<TableColumn<SeriesPoint>[]>(() => {
    const { decimals } = this.page().indicator;
    const style = { decimals, language: this.language };
    const hasMargin = this.page().points.some(({ margin }) => margin !== undefined);
    return [
      {
        key: 'period',
        head: $localize`:@@series.period:Period`,
        cell: ({ period }) => periodLabel(parsePeriod(period), this.language),
        sortBy: ({ period }) => periodPosition(parsePeriod(period)),
      },
      {
        key: 'value',
        head: $localize`:@@series.value:Värde`,
        cell: ({ value, missing }) => (value === undefined ? missing && missingWord(missing) : formatNumber(value, style)) ?? '',
        sortBy: ({ value }) => value ?? -Infinity,
        isNumber: true,
      },
      ...(hasMargin ? [this.marginColumn(style)] : []),
      { key: 'quality', head: $localize`:@@series.quality:Säkerhet`, cell: (point) => this.settledness(point) },
      { key: 'source', head: $localize`:@@series.source:Källa`, cell: ({ source }) => source },
    ];
  });

  private whole(count: number): string {
    return formatNumber(count, { decimals: 0, language: this.language });
  }

  private marginColumn(style: { decimals: number; language: 'sv' | 'en' }): TableColumn<SeriesPoint> {
    return {
      key: 'margin',
      head: $localize`:@@series.margin:Felmarginal`,
      cell: ({ margin }) => (margin === undefined ? '' : `± ${formatNumber(margin, style)}`),
      isNumber: true,
    };
  }

  private settledness({ value, quality, provenance, provenanceNote, revision, respondents }: SeriesPoint): string {
    if (value === undefined) return '';
    const parts = [
      qualityWord(quality),
      provenance === 'exact' ? '' : provenanceWord(provenance) + (provenanceNote && provenance !== 'example' ? ` (${provenanceNote})` : ''),
      revision > 1 ? $localize`:@@series.corrected:rättat` : '',
      respondents === undefined ? '' : $localize`:@@series.respondents:${this.whole(respondents)}:count: svar`,
    ];
    return parts.filter(Boolean).join(', ');
  }
}

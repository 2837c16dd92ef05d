import type { SeriesPoint } from '@slusen/contracts';
import { missingText, momentStamp, provenanceText, qualityText, type Localized } from '@slusen/domain';
import { stringify, type Options } from 'csv-stringify/sync';
import type { Territory } from '../organisation/territory.query.js';

/** The series of an indicator in one territory or in several, with the words a file needs. */
export interface SeriesTable {
  readonly indicator: { readonly slug: string; readonly name: Localized; readonly unit: Localized };
  readonly breakdown: string;
  readonly series: readonly TerritorySeries[];
}

/** One territory's series, oldest point first. */
export interface TerritorySeries {
  readonly territory: Territory;
  readonly points: readonly SeriesPoint[];
}

type About = Pick<SeriesTable, 'indicator' | 'breakdown'> & Pick<TerritorySeries, 'territory'>;
/** A column: its heading and its cell; numbers stay numbers until the file is written. */
type Column = readonly [heading: string, cell: (point: SeriesPoint, about: About) => string | number | undefined];

/** The columns that the product's own import reads, then what only a reader needs. */
const PLAIN: readonly Column[] = [
  ['municipality_code', (_, { territory }) => territory.code],
  ['municipality', (_, { territory }) => territory.name.sv],
  ['indicator', (_, { indicator }) => indicator.slug],
  ['period', ({ period }) => period],
  ['value', ({ value }) => value],
  ['unit', (_, { indicator }) => indicator.unit.sv],
  ['source', ({ source }) => source],
  ['quality', ({ quality }) => quality],
  ['provenance', ({ provenance }) => provenance],
  ['provenance_note', ({ provenanceNote }) => provenanceNote],
  ['missing', ({ missing }) => missing],
  ['margin', ({ margin }) => margin],
  ['respondents', ({ respondents }) => respondents],
  ['breakdown', (_, { breakdown }) => breakdown],
  ['revision', ({ revision }) => revision],
  ['approved_by', ({ approvedBy }) => approvedBy],
  ['recorded_at', ({ recordedAt }) => recordedAt],
];

/** In words. No code of the territory: a spreadsheet would make 884 of 0884. */
const EXCEL: readonly Column[] = [
  ['Område', (_, { territory }) => territory.name.sv],
  ['Indikator', (_, { indicator }) => indicator.name.sv],
  ['Uppdelning', (_, { breakdown }) => breakdown],
  ['Period', ({ period }) => period],
  ['Värde', ({ value }) => value],
  ['Värde saknas', ({ missing }) => missing && missingText(missing, 'sv')],
  ['Enhet', (_, { indicator }) => indicator.unit.sv],
  ['Kvalitet', ({ quality }) => qualityText(quality, 'sv')],
  ['Uppgiftens art', ({ provenance }) => provenanceText(provenance, 'sv')],
  ['Anmärkning', ({ provenanceNote }) => provenanceNote],
  ['Felmarginal', ({ margin }) => margin],
  ['Antal svarande', ({ respondents }) => respondents],
  ['Källa', ({ source }) => source],
  ['Godkänd av', ({ approvedBy }) => approvedBy],
  ['Utgåva', ({ revision }) => revision],
  ['Registrerad', ({ recordedAt }) => momentStamp(recordedAt)],
];

const BYTE_ORDER_MARK = '\ufeff';

/** The series as UTF-8 text with comma, decimal point and CRLF (RFC 4180), one line per period and territory. */
export function plainCsv(table: SeriesTable): string {
  return write(table, PLAIN, { delimiter: ',' });
}

/** The same for a Swedish Excel: semicolon, decimal comma, byte order mark, headings and words in Swedish. */
export function excelCsv(table: SeriesTable): string {
  return BYTE_ORDER_MARK + write(table, EXCEL, { delimiter: ';', cast: { number: (value) => String(value).replace('.', ',') } });
}

/** Text that a spreadsheet would run as a formula gets an apostrophe; a negative number is no text. */
function write(table: SeriesTable, columns: readonly Column[], options: Options): string {
  const headings = columns.map(([heading]) => heading);
  const { series, ...about } = table;
  const lines = series.flatMap(({ territory, points }) =>
    points.map((point) => columns.map(([, cell]) => cell(point, { ...about, territory }))),
  );
  return stringify([headings, ...lines], { record_delimiter: 'windows', escape_formulas: true, ...options });
}

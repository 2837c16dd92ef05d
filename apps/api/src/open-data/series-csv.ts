import type { SeriesPoint } from '@slusen/contracts';
import {
  missingText,
  momentStamp,
  provenanceText,
  qualityText,
  territoryKindText,
  type DataLicence,
  type Localized,
  type Provenance,
  type Quality,
} from '@slusen/domain';
import { stringify, type Options } from 'csv-stringify/sync';
import type { Territory } from '../organisation/territory.query.js';

/** The series of an indicator in one territory or in several, with the words a file needs. */
export interface SeriesTable {
  readonly indicator: { readonly slug: string; readonly name: Localized; readonly unit: Localized };
  readonly breakdown: string;
  readonly licence: DataLicence;
  readonly series: readonly TerritorySeries[];
}

/** One territory's series, oldest point first. */
export interface TerritorySeries {
  readonly territory: Territory;
  readonly points: readonly SeriesPoint[];
}

type About = Omit<SeriesTable, 'series'> & Pick<TerritorySeries, 'territory'>;
/** A column: its heading and its cell; numbers stay numbers until the file is written. */
type Column = readonly [heading: string, cell: (point: SeriesPoint, about: About) => string | number | undefined];

/** When the public could first read it: as soon as it was recorded, unless it waited for its time. */
const publishedAt = (point: SeriesPoint): string => point.publishedAt ?? point.recordedAt;

/** How sure a value is; where there is none it would say nothing. */
const qualityOf = ({ missing, quality }: SeriesPoint): Quality | undefined => (missing ? undefined : quality);
/** How a value came about; that a line was invented is said of one without a value too. */
const provenanceOf = ({ missing, provenance }: SeriesPoint): Provenance | undefined =>
  missing && provenance !== 'example' ? undefined : provenance;

/** The columns that the product's own import reads, then what only a reader needs. */
const PLAIN: readonly Column[] = [
  ['municipality_code', (_, { territory }) => territory.code],
  ['municipality', (_, { territory }) => territory.name.sv],
  ['indicator', (_, { indicator }) => indicator.slug],
  ['period', ({ period }) => period],
  ['value', ({ value }) => value],
  ['unit', (_, { indicator }) => indicator.unit.sv],
  ['source', ({ source }) => source],
  ['quality', qualityOf],
  ['provenance', provenanceOf],
  ['provenance_note', ({ provenanceNote }) => provenanceNote],
  ['missing', ({ missing }) => missing],
  ['margin', ({ margin }) => margin],
  ['respondents', ({ respondents }) => respondents],
  ['numerator', ({ numerator }) => numerator],
  ['denominator', ({ denominator }) => denominator],
  ['breakdown', (_, { breakdown }) => breakdown],
  ['revision', ({ revision }) => revision],
  ['approved_by', ({ approvedBy }) => approvedBy?.sv],
  ['recorded_at', ({ recordedAt }) => recordedAt],
  ['published_at', publishedAt],
  ['note', ({ note }) => note?.sv],
  ['licence', (_, { licence }) => licence],
];

/** The headings of the file for Excel, by the columns of the plain one that say the same. */
export const SWEDISH_HEADINGS = {
  municipality: 'Område',
  municipality_kind: 'Slag av område',
  indicator: 'Indikator',
  breakdown: 'Uppdelning',
  period: 'Period',
  value: 'Värde',
  missing: 'Värde saknas',
  unit: 'Enhet',
  quality: 'Kvalitet',
  provenance: 'Uppgiftens art',
  provenance_note: 'Anmärkning',
  margin: 'Felmarginal',
  respondents: 'Antal svarande',
  numerator: 'Täljare',
  denominator: 'Nämnare',
  source: 'Källa',
  approved_by: 'Godkänd av',
  revision: 'Utgåva',
  recorded_at: 'Registrerad',
  published_at: 'Publicerad',
  note: 'Notering',
  licence: 'Licens',
} as const;

function inSwedish<Word>(of: (point: SeriesPoint) => Word | undefined, text: (word: Word, language: 'sv') => string): Column[1] {
  return (point) => {
    const word = of(point);
    return word && text(word, 'sv');
  };
}

/** In words. No code of the territory, of which a spreadsheet would make 884 of 0884: its name and kind name it. */
const EXCEL: readonly Column[] = [
  [SWEDISH_HEADINGS.municipality, (_, { territory }) => territory.name.sv],
  [SWEDISH_HEADINGS.municipality_kind, (_, { territory }) => territoryKindText(territory.kind)],
  [SWEDISH_HEADINGS.indicator, (_, { indicator }) => indicator.name.sv],
  [SWEDISH_HEADINGS.breakdown, (_, { breakdown }) => breakdown],
  [SWEDISH_HEADINGS.period, ({ period }) => period],
  [SWEDISH_HEADINGS.value, ({ value }) => value],
  [SWEDISH_HEADINGS.missing, ({ missing }) => missing && missingText(missing, 'sv')],
  [SWEDISH_HEADINGS.unit, (_, { indicator }) => indicator.unit.sv],
  [SWEDISH_HEADINGS.quality, inSwedish(qualityOf, qualityText)],
  [SWEDISH_HEADINGS.provenance, inSwedish(provenanceOf, provenanceText)],
  [SWEDISH_HEADINGS.provenance_note, ({ provenanceNote }) => provenanceNote],
  [SWEDISH_HEADINGS.margin, ({ margin }) => margin],
  [SWEDISH_HEADINGS.respondents, ({ respondents }) => respondents],
  [SWEDISH_HEADINGS.numerator, ({ numerator }) => numerator],
  [SWEDISH_HEADINGS.denominator, ({ denominator }) => denominator],
  [SWEDISH_HEADINGS.source, ({ source }) => source],
  [SWEDISH_HEADINGS.approved_by, ({ approvedBy }) => approvedBy?.sv],
  [SWEDISH_HEADINGS.revision, ({ revision }) => revision],
  [SWEDISH_HEADINGS.recorded_at, ({ recordedAt }) => momentStamp(recordedAt)],
  [SWEDISH_HEADINGS.published_at, (point) => momentStamp(publishedAt(point))],
  [SWEDISH_HEADINGS.note, ({ note }) => note?.sv],
  [SWEDISH_HEADINGS.licence, (_, { licence }) => licence],
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

import type { RevisionList, SeriesRevision } from '@slusen/contracts';
import { stringify } from 'csv-stringify/sync';

type Column = readonly [heading: string, cell: (one: SeriesRevision, list: RevisionList) => string | number | undefined];

const COLUMNS: readonly Column[] = [
  ['municipality_code', (_, { territory }) => territory.code],
  ['indicator', (_, { indicator }) => indicator.slug],
  ['breakdown', (_, { breakdown }) => breakdown],
  ['period', ({ period }) => period],
  ['revision', ({ revision }) => revision],
  ['kind', ({ kind }) => kind],
  ['value_before', ({ from }) => from?.value],
  ['missing_before', ({ from }) => from?.missing],
  ['quality_before', ({ from }) => from?.quality],
  ['value', ({ to }) => to.value],
  ['missing', ({ to }) => to.missing],
  ['quality', ({ to }) => to.quality],
  ['published_at', ({ publishedAt }) => publishedAt],
  ['reason', ({ reason }) => reason],
  ['source', ({ source }) => source],
  ['approved_by', ({ approvedBy }) => approvedBy?.sv],
  ['licence', (_, { licence }) => licence],
];

/**
 * The revisions of a series as UTF-8 text with comma, decimal point and CRLF (RFC 4180), latest first. Text that a spreadsheet would run as a
 * formula gets an apostrophe.
 */
export function revisionsCsv(list: RevisionList): string {
  const lines = list.items.map((one) => COLUMNS.map(([, cell]) => cell(one, list)));
  return stringify([COLUMNS.map(([heading]) => heading), ...lines], { record_delimiter: 'windows', escape_formulas: true });
}

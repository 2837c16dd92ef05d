import { errorDetail, otherFileText, type ErrorCode, type ErrorFacts, type OtherFileKind } from '@slusen/domain';
import type { Column } from './file-columns.js';

/** Why a row (or, with row 1, the file) is refused. */
export interface RowFault {
  readonly row: number;
  /** Where one cell is at fault. */
  readonly column?: Column;
  readonly code: RowFaultCode;
  readonly facts: ErrorFacts;
}

/** A file that is refused as a whole; nothing of it was stored. */
export class ImportFault extends Error {
  readonly faults: readonly RowFault[];

  constructor(...faults: readonly RowFault[]) {
    super('import.refused');
    this.faults = faults;
  }
}

/** How many faults are named; who sees a hundred has seen enough. */
export const MOST_FAULTS = 100;

/** Throws when there are any: the first of them, by row. */
export function refuse(faults: readonly RowFault[]): void {
  if (faults.length === 0) return;
  throw new ImportFault(...[...faults].sort((one, other) => one.row - other.row).slice(0, MOST_FAULTS));
}

/** What the work throws as an ImportFault; nothing when it does not. */
export function faultsOf(work: () => unknown): readonly RowFault[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof ImportFault) return error.faults;
    throw error;
  }
}

/** One line for people: the place, the reason, and the facts that show it. */
export function faultText({ row, column, code, facts }: RowFault): string {
  const reason = faultReason(code, facts);
  const shown = Object.entries(facts).map(([name, fact]) => `${name}: ${factText(code, name, fact)}`);
  return `row ${row}${column ? `, ${column}` : ''}: ${reason}${shown.length > 0 ? ` (${shown.join('; ')})` : ''}`;
}

/** Why, without the place. */
export const faultReason = (code: RowFaultCode, facts: ErrorFacts): string =>
  isFileFault(code) ? REASONS[code] : errorDetail(code, facts);

function factText(code: RowFaultCode, name: string, fact: unknown): string {
  if (code === 'file.other-format' && name === 'format') return otherFileText(fact as OtherFileKind, 'en');
  return Array.isArray(fact) ? fact.join(', ') : String(fact);
}

const REASONS = {
  'columns.missing': 'the header lacks columns',
  'columns.unknown': 'the header names columns that are not known',
  'columns.twice': 'the header names a column twice',
  'separator.unknown': 'the file has another mark between its cells than a comma, a semicolon or a tab; save it with one of them',
  'header.absent': 'the first row is no header; it should name the columns (npm run import -- --help lists them)',
  'header.later': 'the header is not the first row; take away what stands before it',
  'header.twice': 'the header stands here again; one is enough',
  'file.broken': 'the file is not a well-formed CSV file',
  'file.other-format': 'the file holds no table of figures that is read; save it as a workbook (.xlsx) or as CSV and try again',
  'file.mixed-letters': 'some letters of the file are UTF-8, and this one is not (save the file as "CSV UTF-8" and try again)',
  'file.cut-off': 'the file ends in the middle of a letter',
  'file.other-letters': 'the file is not written in the encoding that was said',
  'file.empty': 'the file holds no figures',
  'workbook.unsafe': 'the workbook is not unpacked, since it is made as no spreadsheet program makes it',
  'workbook.broken': 'the workbook cannot be opened; save it anew and try again',
  'workbook.too-large': 'the sheet is too large to be read as a workbook; save it as CSV and try again',
  'workbook.which-sheet': 'the workbook has several sheets; say which one is meant (--sheet)',
  'workbook.no-such-sheet': 'the workbook has no sheet of that name',
  'workbook.merged': 'cells of the table are merged; part them, and write in each what it says',
  'workbook.uncomputed': 'the cell holds a formula without its result; open the workbook, let it compute and save it',
  'workbook.failed': 'the cell shows an error',
  'workbook.beside': 'the cell stands beside the table, under no heading',
  'px.broken': 'the PX file is not as its keywords say',
  'px.letters': 'the letters of the PX file are not known, or not those that it says; save it anew in UTF-8 (CODEPAGE="utf-8")',
  'px.keys': 'the data of the PX file are told apart by keys (KEYS), which is not read; save it without them',
  'json-stat.broken': 'the JSON-stat file is not whole',
  'json-stat.class': 'the JSON-stat file holds no dataset; fetch one of those that it names',
  'mapping.lacks':
    'it cannot be told from the headings where these columns of ours stand; say so with --map COLUMN=HEADING, or with --say COLUMN=TEXT for all rows',
  'mapping.no-such-column': 'the file has no columns of these names',
  'mapping.unread':
    'values are told apart by more than what is read; say with --map breakdown=HEADING what part of the whole they are about, or with --only HEADING=TEXT which of them are meant',
  'mark.unexplained':
    'the mark stands where values do; say what it means with --mark MARK=MEANING (zero, left-out, or why there is no value)',
  'file.too-large': 'the file is too large to be read like this; save it as CSV and try again',
  'indicator.unknown': 'there is no such indicator (import with --new-indicators to make it)',
  'indicator.not-yours': 'whoever sends the file may not report for the indicator',
  'indicator.unnamed': 'the indicator has no name',
  'indicator.ambiguous': 'the indicator is spelled almost as another one; use its exact name',
  'territory.other-name': 'the code of the area belongs to another name',
  'territory.unnamed': 'the area has no name',
  'text.not-storable': 'the cell holds a character that is no text (a control character)',
  'text.too-long': 'the cell is too long',
  'margin.negative': 'the margin is less than zero',
  'share.not-a-share': 'a numerator and a denominator belong to a value in per cent',
  'share.incomplete': 'a numerator and a denominator stand together, beside the value that they make',
  'share.no-whole': 'the denominator is not above zero',
  'share.above-whole': 'the numerator is no part of the denominator',
  'share.other-value': 'the numerator and the denominator make another value',
  'respondents.not-a-count': 'the number of respondents is not a whole number',
  'publish-at.not-a-time': 'the time of publication is not a date or an instant (2026-09-30 or 2026-09-30T08:00:00Z)',
  'territory.unknown': 'there is no such area (import with --new-areas to make it)',
  'territory.without-noughts':
    'the code of the area is a known one written otherwise, as without its noughts (let the spreadsheet keep it as text)',
  'territory.ambiguous':
    'several areas have this name; give the code of the one that is meant (municipality_code), or its kind (municipality_kind)',
  'territory.known-name': 'the name of the area belongs to another code; use that one',
  'unit.other': 'the unit is not that of the indicator',
  'period.unknown': 'the period cannot be read; write it as 2026-M09, 2026-Q3, 2026-T2, 2026-H1 or 2026',
  'period.not-begun': 'the period has not begun',
  'indicator.derived': 'the figures of the indicator are computed from others and never given (räknas fram av)',
  'period.after-end': 'the indicator has ended; it is not measured after its last period',
  'period.not-measured': 'the indicator is not measured in that year',
  'period.wrong-cadence': 'the period does not fit the indicator',
  'value.not-a-number': 'this is not a plain number; write it as 1234,5 or 1 234.5',
  'value.too-large': 'the value is 10¹⁵ or more',
  'value.too-precise': 'the number has more than six decimals (import with --round to round such numbers)',
  'value.and-missing': 'a row says either a value or why there is none',
  'value.missing-has-margin': 'a row without a value has neither a margin nor respondents',
  'value.absent': 'there is neither a value nor a reason why there is none',
  'provenance.unexplained': 'a derived figure says how it was derived (provenance_note)',
  'value.outside-limits': 'the value lies outside the limits of its indicator; if it is right, say so with --accept limits',
  'value.more-decimals':
    'the value has more decimals than its indicator; if it is right and no mark between thousands, say so with --accept decimals',
  'value.jump': 'the value is a hundredfold of the one beside it, or a hundredth; if it is right, say so with --accept jump',
  'value.other-mark': 'the number has another mark before its decimals than was said',
  'value.ambiguous-mark':
    'wherever this mark stands in the file, three digits follow, so it may be thousands; leave it out, or add a nought (1,2340)',
  'quality.early':
    'the period has not ended, so its figure is preliminary or estimated (quality); if it is final already, say so with --accept early',
  'word.unknown': 'the word is not one of those allowed',
  'row.twice': 'the same figure stands in the file before',
  'source.absent': 'the source is empty',
  'set.no-such-part': 'the indicator is not broken down into such a part',
  'set.not-people': 'numbers of people are whole numbers, zero or more',
  'set.not-whole':
    'the figures of a period are told with all their parts and their whole, so that nobody can work out few people from them',
  'change.needs-reason': 'the figure is already published with another value; a change needs --reason',
  'change.beside-needs-reason': 'what is said of the published figure changes; a change needs --reason',
  'publish-at.put-off': 'publication cannot be put off: what is recorded becomes public at its own time',
} as const;

/** Faults that only a file can have, and rules of the domain in the words of files. */
type FileFault = keyof typeof REASONS;

/** Why a row can be refused: a fault of files, or any rule of the domain. */
export type RowFaultCode = FileFault | ErrorCode;

function isFileFault(code: RowFaultCode): code is FileFault {
  return Object.hasOwn(REASONS, code);
}

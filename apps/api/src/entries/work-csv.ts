import type { Task } from '@slusen/contracts';
import { momentStamp } from '@slusen/domain';
import { stringify } from 'csv-stringify/sync';
import type { OwnStep } from './own-history.query.js';

type Column<Row> = readonly [heading: string, cell: (row: Row) => string | number | null | undefined];

const TASKS: readonly Column<Task>[] = [
  ['indicator', ({ indicator }) => indicator.slug],
  ['indicator_name', ({ indicator }) => indicator.name.sv],
  ['period', ({ period }) => period],
  ['municipality_code', ({ territory }) => territory.code],
  ['breakdown', ({ breakdown }) => breakdown],
  ['department', ({ department }) => department.name.sv],
  ['round', ({ round }) => round],
  ['last_day', ({ lastDay }) => lastDay],
  ['state', ({ state }) => state],
  ['value', ({ value }) => value],
  ['missing', ({ missing }) => missing],
  ['returned_reason', ({ returnedReason }) => returnedReason],
];

const STEPS: readonly Column<OwnStep>[] = [
  ['at', ({ at }) => momentStamp(at)],
  ['action', ({ action }) => action],
  ['indicator', ({ indicator }) => indicator],
  ['period', ({ period }) => period],
  ['municipality_code', ({ territory }) => territory],
  ['breakdown', ({ breakdown }) => breakdown],
  ['value', ({ value }) => value],
  ['missing', ({ missing }) => missing],
  ['reason', ({ reason }) => reason],
];

/** What somebody is to hand in, as UTF-8 text with comma, decimal point and CRLF (RFC 4180). */
export const tasksCsv = (tasks: readonly Task[]): string => csvOf(TASKS, tasks);

/** What somebody has done with entries, in the same way. */
export const stepsCsv = (steps: readonly OwnStep[]): string => csvOf(STEPS, steps);

/** Text that a spreadsheet would run as a formula gets an apostrophe. */
function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map(([, cell]) => cell(row)));
  return stringify([columns.map(([heading]) => heading), ...lines], { record_delimiter: 'windows', escape_formulas: true });
}

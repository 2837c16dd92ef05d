import type { RoundTask } from '@slusen/contracts';
import {
  dateLabel,
  figureName,
  parsePeriod,
  periodPosition,
  personName,
  taskAnswerText,
  textIn,
  type Language,
  type Localized,
} from '@slusen/domain';
import type { TableColumn } from '@slusen/ui';
import { stateText } from '../data/task-days.js';
import type { DepartmentStanding, PersonStanding } from './round-standing.js';
import { standingTexts } from './standing-texts.js';

/** How the tables are written: in which language, on which day. */
interface Writing {
  readonly language: Language;
  readonly today: string;
}

/** The columns of the table of departments. */
export function departmentColumns(language: Language): TableColumn<DepartmentStanding>[] {
  const { columns: heads, department, stands } = standingTexts();
  const named = (names: readonly string[]): string => names.map((name) => personName(name, language)).join(', ') || heads.nobody;
  return [
    { key: 'department', head: department, ...sortedBy((one) => textIn(one.department.name, language).text) },
    { key: 'done', head: heads.done, cell: (one) => heads.doneOf(one.done, one.all), sortBy: (one) => one.done / one.all },
    { key: 'late', head: stands.sena, ...countedBy(({ overdue }) => overdue) },
    { key: 'waiting', head: stands.granskas, ...countedBy(({ waiting }) => waiting) },
    { key: 'reporters', head: heads.reporters, cell: ({ reporters }) => named(reporters) },
    { key: 'reviewers', head: heads.reviewers, cell: ({ reviewers }) => named(reviewers) },
  ];
}

/** The columns of the table of people. */
export function personColumns(language: Language): TableColumn<PersonStanding>[] {
  const { columns: heads, stands } = standingTexts();
  return [
    { key: 'person', head: heads.person, ...sortedBy(({ name }) => personName(name, language)) },
    { key: 'in-hand', head: heads.inHand, ...countedBy(({ inHand }) => inHand) },
    { key: 'waiting', head: stands.granskas, ...countedBy(({ waiting }) => waiting) },
  ];
}

/** The columns of the table of tasks. */
export function taskColumns({ language, today }: Writing): TableColumn<RoundTask>[] {
  const { columns: heads, department, state } = standingTexts();
  const nameOf = (name: Localized): string => textIn(name, language).text;
  return [
    {
      key: 'indicator',
      head: heads.indicator,
      ...sortedBy(({ indicator, isExample }) => (isExample ? heads.example(nameOf(indicator.name)) : nameOf(indicator.name))),
    },
    { key: 'state', head: state, ...sortedBy((task) => stateText(task, today, language)) },
    { key: 'last-day', head: heads.lastDay, cell: ({ lastDay }) => dateLabel(lastDay, language), sortBy: ({ lastDay }) => lastDay },
    { key: 'answer', head: heads.answer, ...sortedBy(({ answer }) => (answer ? taskAnswerText(answer, language) : '')) },
    { key: 'by', head: heads.by, ...sortedBy(({ by }) => by.map((name) => personName(name, language)).join(', ')) },
    { key: 'department', head: department, ...sortedBy((one) => nameOf(one.department.name)) },
    { key: 'territory', head: heads.territory, ...sortedBy(({ territory }) => nameOf(territory.name)) },
    {
      key: 'period',
      head: heads.period,
      cell: (task) => figureName(parsePeriod(task.period), language, task),
      sortBy: ({ period }) => periodPosition(parsePeriod(period)),
    },
  ];
}

function sortedBy<Row>(cell: (row: Row) => string): Pick<TableColumn<Row>, 'cell' | 'sortBy'> {
  return { cell, sortBy: cell };
}

function countedBy<Row>(count: (row: Row) => number): Pick<TableColumn<Row>, 'cell' | 'sortBy' | 'isNumber'> {
  return { cell: (row) => String(count(row)), sortBy: count, isNumber: true };
}

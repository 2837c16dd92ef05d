import type { EntryForm, EntryView, QueueItem, ReplacedFigure, ReviewQueue, Task } from '@slusen/contracts';
import { aDefinition, aPoint } from './figures.js';

const TERRITORY = { code: '0884', name: { sv: 'Vimmerby' } };
const INDICATOR = { slug: 'besok', name: { sv: 'Besök på biblioteket', en: 'Visits to the library' } };
const UNIT = { sv: 'besök', en: 'visits' };

/** A draft that Anna has saved once. */
export function anEntry(different: Partial<EntryView> = {}): EntryView {
  return {
    id: '7a0f1c2e-0000-4000-8000-0000000000e1',
    version: 1,
    state: 'draft',
    indicator: INDICATOR,
    unit: UNIT,
    decimals: 0,
    reporting: 'period',
    isExample: false,
    period: '2026-Q3',
    territory: TERRITORY,
    breakdown: '',
    value: 120,
    quality: 'preliminary',
    answers: [],
    attachments: [],
    questions: [],
    events: [{ action: 'save', at: '2026-10-05T08:00:00.000Z', by: 'Anna Lindeborg', isOwn: true, value: 120 }],
    actions: ['save', 'submit'],
    updatedAt: '2026-10-05T08:00:00.000Z',
    ...different,
  };
}

/** What was approved of the quarter before: a preliminary count, public since October. */
export function aReplacedFigure(different: Partial<ReplacedFigure> = {}): ReplacedFigure {
  return {
    value: 118,
    quality: 'preliminary',
    provenance: 'exact',
    source: 'Dörräknaren',
    sourceNote: 'Dörräknaren',
    comment: 'Läst av den sista dagen.',
    publishAt: '2026-10-02T08:00:00.000Z',
    ...different,
  };
}

type FormGoal = EntryForm['goals'][number];

/** A goal with a path of single values that expects 125 visits. */
export function aFormGoal(
  name: string,
  { expected = 125, measure = 'value' }: { expected?: number; measure?: FormGoal['target']['measure'] } = {},
): FormGoal {
  const points = [
    { period: '2025-Q4', value: 100 },
    { period: '2030-Q4', value: 300 },
  ];
  return {
    goal: { slug: name.toLowerCase().replaceAll(' ', '-'), name: { sv: name } },
    target: { points, path: 'linear', measure, decision: 'KF § 12', isExample: false },
    expected,
  };
}

/** The form of a quarter's count of visits, with two earlier quarters, said to be preliminary so far; nobody has written in it. */
export function anEntryForm(different: Partial<EntryForm> = {}): EntryForm {
  return {
    indicator: aDefinition({
      ...INDICATOR,
      unit: UNIT,
      cadence: 'quarter',
      aggregation: 'sum',
      definition: { sv: 'Antal besök under kvartalet.' },
    }),
    reporting: 'period',
    period: '2026-Q3',
    territory: TERRITORY,
    breakdown: '',
    today: '2026-10-06',
    lastDay: '2026-10-20',
    isOngoing: false,
    isLocked: false,
    history: [aPoint('2026-Q1', 100), aPoint('2026-Q2', 110)],
    goals: [],
    startingQuality: 'preliminary',
    effects: [],
    limits: { mayRepeat: false, officialStatistics: false },
    ...different,
  };
}

/** A quarter that is due in two weeks. */
export function aTask(different: Partial<Task> = {}): Task {
  return {
    indicator: INDICATOR,
    unit: UNIT,
    decimals: 0,
    reporting: 'period',
    isExample: false,
    cadence: 'quarter',
    department: { slug: 'kultur', name: { sv: 'Kulturförvaltningen' } },
    territory: TERRITORY,
    breakdown: '',
    period: '2026-Q3',
    lastDay: '2026-10-20',
    state: 'due',
    ...different,
  };
}

/** A value that waits for review, beside that of the year before. */
export function aQueueItem(different: Partial<QueueItem> = {}): QueueItem {
  return {
    id: '7a0f1c2e-0000-4000-8000-0000000000e1',
    version: 2,
    indicator: INDICATOR,
    unit: UNIT,
    decimals: 0,
    reporting: 'period',
    isExample: false,
    department: { slug: 'kultur', name: { sv: 'Kulturförvaltningen' } },
    territory: TERRITORY,
    period: '2026-Q3',
    value: 120,
    quality: 'preliminary',
    effects: [],
    isAgain: false,
    comparedWith: { period: '2025-Q3', value: 100 },
    answers: [],
    questions: [],
    submittedBy: 'Anna Lindeborg',
    submittedAt: '2026-10-06T08:00:00.000Z',
    isOwn: false,
    ...different,
  };
}

/** The review queue with these, as if nobody had chosen anything. */
export function aQueue(items: QueueItem[], different: Partial<ReviewQueue> = {}): ReviewQueue {
  const total = different.total ?? items.length;
  return { items, total, waiting: total, limit: 20, offset: 0, counts: { rounds: [], departments: [], people: [] }, ...different };
}

import { ENTRY_ACTIONS, QUESTION_KINDS, questionText } from '@slusen/domain';
import { changedAt, faultsOf, specContract } from './contract.fixtures.js';
import { entryFigure, entryForm, entryStep, entryView, newEntry, taskList } from './entries.js';
import { reviewQueue } from './review-queue.js';
import { BOARD, INHABITANTS, MUNICIPALITY, POINT, POPULATION, RECORDED } from './examples.fixtures.js';

const ID = '4f8a3c1e-6a53-4b7f-9a9e-0d4a4a7d2f10';
const FIGURE = {
  value: 36,
  quality: 'final',
  margin: 1.5,
  respondents: 660,
  comment: 'Räknat två gånger.',
  sourceNote: 'Enkäten i våras',
  link: 'https://www.vimmerby.se/enkat',
  answers: [{ kind: 'repeated', comment: 'Det blev lika.' }],
  reason: 'Ett svar kom sent.',
  provenance: 'derived',
  provenanceNote: 'Summan av två enkäter',
  calculation: '20+16',
  numerator: 9,
  denominator: 25,
};
const OPTIONAL_FIGURE = [
  'answers',
  'calculation',
  'comment',
  'denominator',
  'link',
  'margin',
  'numerator',
  'provenance',
  'provenanceNote',
  'reason',
  'respondents',
  'sourceNote',
];

describe('the figure of an entry', () => {
  const cases: [figure: object, faults: [path: string, code: string][]][] = [
    [{ value: 36, margin: 1.5, respondents: 660 }, []],
    [{ missing: 'non-response' }, []],
    [{}, []],
    [{ value: 36, calculation: '20+16' }, []],
    [{ value: 35, calculation: '20+16' }, [['calculation', 'calculation.other-value']]],
    [{ value: 36, calculation: '=SUM(A1)' }, [['calculation', 'calculation.other-value']]],
    [{ calculation: '20+16' }, [['calculation', 'calculation.other-value']]],
    [{ value: 36, missing: 'non-response', margin: 1 }, [['missing', 'value.or-missing']]],
    [{ missing: 'non-response', margin: 1.5 }, [['margin', 'value.missing-has-margin']]],
    [{ missing: 'non-response', respondents: 0 }, [['respondents', 'value.missing-has-margin']]],
    [{ margin: 0, respondents: 660 }, [['margin', 'value.missing-has-margin'], ['respondents', 'value.missing-has-margin']]], // prettier-ignore
  ];
  for (const [figure, faults] of cases) {
    it(`is ${faults.length > 0 ? 'refused' : 'taken'} with ${JSON.stringify(figure)}, first recorded or saved again`, () => {
      const saved = entryFigure.safeParse({ quality: 'final', ...figure });
      const recorded = newEntry.safeParse({ indicator: 'invanarpanel', period: '2025', quality: 'final', ...figure });
      for (const { error } of [saved, recorded])
        expect((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])).toEqual(faults);
    });
  }

  // A margin and respondents belong to a value, so it cannot be left out beside them.
  specContract(entryFigure, FIGURE, { unknown: 'refused', optional: OPTIONAL_FIGURE });

  const limits: [what: string, changes: object, faults: string[]][] = [
    ['a value that is too large', { value: 1e15 }, ['value: value.too-large']],
    ['a value that is too precise', { value: 0.1234567 }, ['value: value.too-precise']],
    ['a margin of nothing', { margin: 0 }, []],
    ['a margin below nothing', { margin: -0.5 }, ['margin: margin.negative']],
    ['nobody who answered', { respondents: 0 }, []],
    ['a thousand million who answered', { respondents: 1_000_000_000 }, []],
    ['more who answered', { respondents: 1_000_000_001 }, ['respondents: too_big']],
    ['fewer than nobody', { respondents: -1 }, ['respondents: too_small']],
    ['half a respondent', { respondents: 0.5 }, ['respondents: invalid_type']],
    ['a comment of 2,000 characters', { comment: 'å'.repeat(2000) }, []],
    ['a longer comment', { comment: 'å'.repeat(2001) }, ['comment: too_big']],
    ['a longer reason', { reason: 'å'.repeat(2001) }, ['reason: too_big']],
    ['a note of 500 characters on the source', { sourceNote: 'å'.repeat(500) }, []],
    ['a longer note on the source', { sourceNote: 'å'.repeat(501) }, ['sourceNote: too_big']],
    ['a value that is second-hand', { provenance: 'reported' }, []],
    ['an invented value', { provenance: 'example' }, ['provenance: invalid_value']],
    ['a longer note on how it came about', { provenanceNote: 'å'.repeat(2001) }, ['provenanceNote: too_big']],
    ['a comment that cannot be stored', { comment: 'a\u0000' }, ['comment: text.not-storable']],
    ['a link to a file', { link: 'file:///etc/passwd' }, ['link: invalid_format']],
    ['a link that runs', { link: 'javascript:alert(1)' }, ['link: invalid_format']],
    ['a link that is none', { link: 'www.vimmerby.se' }, ['link: invalid_format']],
    ['a link that is too long', { link: `https://vimmerby.se/${'x'.repeat(1000)}` }, ['link: too_big']],
    ['a link with half a character', { link: 'https://vimmerby.se/\ud800' }, ['link: text.not-storable']],
    ['a quality that is none', { quality: 'good' }, ['quality: invalid_value']],
    ['an answer to every question', { answers: new Array(QUESTION_KINDS.length).fill({ kind: 'repeated', comment: 'Ja.' }) }, []],
    [
      'more answers than questions',
      { answers: new Array(QUESTION_KINDS.length + 1).fill({ kind: 'repeated', comment: 'Ja.' }) },
      ['answers: too_big'],
    ],
    ['an answer without words', { answers: [{ kind: 'repeated', comment: ' ' }] }, ['answers.0.comment: too_small']],
    ['an answer to what is not asked', { answers: [{ kind: 'colour', comment: 'Blå' }] }, ['answers.0.kind: invalid_value']],
  ];
  for (const [what, changes, faults] of limits) {
    it(`with ${what} is ${faults.length ? 'refused' : 'taken'}`, () =>
      expect(faultsOf(entryFigure, { ...FIGURE, calculation: undefined, ...changes })).toEqual(faults));
  }

  it('has texts trimmed, no answers where none are given, and no minus nothing', () => {
    const read = entryFigure.parse({ value: -0, quality: 'final', comment: '  Gäller hela kommunen. \n' });
    expect(read).toEqual({ value: 0, quality: 'final', comment: 'Gäller hela kommunen.', answers: [] });
    expect(Object.is(read.value, 0)).toBeTrue();
  });
});

describe('a new entry', () => {
  const NEW = { indicator: 'invanarpanel', period: '2026-Q3', territory: '0884', breakdown: 'kon=kvinnor', ...FIGURE };
  specContract(newEntry, NEW, { unknown: 'refused', optional: [...OPTIONAL_FIGURE, 'breakdown', 'territory'] });

  const refused: [what: string, changes: object, fault: string][] = [
    ['a period as sources write it', { period: '2026K3' }, 'period: period.unknown'],
    ['an indicator that no address can name', { indicator: 'Invånarpanel' }, 'indicator: slug.malformed'],
    ['a territory that says nothing', { territory: '' }, 'territory: too_small'],
    ['a territory that is too long', { territory: '0'.repeat(21) }, 'territory: too_big'],
    ['a breakdown that is too long', { breakdown: 'k'.repeat(81) }, 'breakdown: too_big'],
    ['a state of its own', { state: 'approved' }, ': unrecognized_keys'],
    ['an author of its own', { authors: ['rolf'] }, ': unrecognized_keys'],
  ];
  for (const [what, changes, fault] of refused) {
    it(`is refused with ${what}`, () => expect(faultsOf(newEntry, { ...NEW, ...changes })).toEqual([fault]));
  }
});

describe('a step that someone sends of an entry', () => {
  specContract(entryStep, { action: 'return', reason: 'Gäller det hela kommunen?' }, { unknown: 'refused', optional: ['reason'] });

  it('is any that moves it; saving is not one', () => {
    expect(ENTRY_ACTIONS.filter((action) => entryStep.safeParse({ action }).success)).toEqual([
      'submit',
      'withdraw',
      'return',
      'approve',
      'discard',
    ]);
  });
  it('has a reason of at most 2,000 characters', () => {
    expect(faultsOf(entryStep, { action: 'return', reason: 'å'.repeat(2001) })).toEqual(['reason: too_big']);
  });
});

const previous = { period: { cadence: 'year', year: 2024, part: 1 }, value: 36 } as const;
const asked = (lang: 'sv' | 'en') =>
  questionText({ kind: 'repeated', value: 36, previous }, { unit: INHABITANTS, decimals: 0, language: lang });
const QUESTION = { kind: 'repeated', sv: asked('sv'), en: asked('en') };
const ABOUT = {
  indicator: POPULATION,
  unit: INHABITANTS,
  decimals: 0,
  reporting: 'period',
  isExample: false,
  period: '2025',
  territory: MUNICIPALITY,
};
const REPLACED = {
  value: 35,
  quality: 'preliminary',
  provenance: 'derived',
  provenanceNote: 'Summan av två enkäter',
  margin: 1.5,
  respondents: 658,
  numerator: 9,
  denominator: 26,
  source: 'Enkäten i våras',
  sourceNote: 'Enkäten i våras',
  comment: 'Räknat en gång.',
  link: 'https://www.vimmerby.se/enkat',
  publishAt: RECORDED,
};
const OPTIONAL_REPLACED = [
  'replaces',
  ...['value', 'provenanceNote', 'margin', 'respondents', 'numerator', 'denominator', 'sourceNote', 'comment', 'link'].map(
    (field) => `replaces.${field}`,
  ),
];
const OPTIONAL_ABOUT = ['indicator.name.en', 'unit.en', 'unit.one', 'unit.one.en'];
const ENTRY = {
  id: ID,
  version: 3,
  state: 'submitted',
  ...ABOUT,
  breakdown: '',
  ...FIGURE,
  attachments: [{ id: ID, name: 'Enkäten.pdf', type: 'application/pdf', size: 48_000, sha256: 'ab12', isRemoved: false }],
  returnedReason: 'Gäller det hela kommunen?',
  questions: [QUESTION],
  events: [{ action: 'save', at: RECORDED, by: 'Anna Ek', isOwn: true, reason: 'Ett svar kom sent.', value: 36 }],
  actions: ['withdraw'],
  replaces: REPLACED,
  updatedAt: RECORDED,
};

describe('an entry as its reader sees it', () => {
  specContract(entryView, ENTRY, {
    unknown: 'stripped',
    optional: [
      ...OPTIONAL_ABOUT,
      ...OPTIONAL_FIGURE.filter((field) => field !== 'answers'),
      ...['events.*.reason', 'events.*.value', ...OPTIONAL_REPLACED, 'returnedReason', 'value'],
    ],
  });

  const refused: [what: string, place: (string | number)[], thing: unknown, fault: string][] = [
    ['a state that the workflow does not have', ['state'], 'lost', 'state: invalid_value'],
    ['a button for what cannot be done', ['actions', 0], 'delete', 'actions.0: invalid_value'],
    ['an event that cannot happen', ['events', 0, 'action'], 'delete', 'events.0.action: invalid_value'],
    ['a question in one language', ['questions', 0, 'en'], undefined, 'questions.0.en: invalid_type'],
    ['an id that is none', ['id'], '17', 'id: invalid_format'],
  ];
  for (const [what, place, thing, fault] of refused) {
    it(`is refused with ${what}`, () => expect(faultsOf(entryView, changedAt(ENTRY, place, thing))).toEqual([fault]));
  }
});

/** What a figure does to a goal. */
const EFFECT = {
  goal: { slug: 'fler-invanare', name: { sv: 'Fler invånare', en: 'More inhabitants' } },
  now: { status: 'off-track', isFinal: false, period: '2024', distance: { sv: '5 sämre', en: '5 worse' } },
  then: { status: 'on-track', isFinal: false, period: '2025', distance: { sv: 'på målbanan', en: 'on the path' } },
};
const OPTIONAL_EFFECT = ['goal.name.en', ...['now', 'then'].flatMap((at) => [`${at}.period`, `${at}.distance`])];

describe('the entry form', () => {
  const FORM = {
    indicator: {
      ...POPULATION,
      definition: { sv: 'Antal folkbokförda.' },
      unit: INHABITANTS,
      decimals: 0,
      direction: 'increase',
      cadence: 'year',
      reporting: 'period',
      aggregation: 'last',
      lagDays: 55,
      graceDays: 30,
      source: { name: 'SCB' },
      breaks: [],
      isExample: false,
    },
    reporting: 'period',
    period: '2025',
    territory: MUNICIPALITY,
    breakdown: '',
    today: '2026-02-20',
    lastDay: '2026-03-27',
    history: [POINT],
    isOngoing: false,
    isLocked: false,
    goals: [
      {
        goal: { slug: 'fler-invanare', name: { sv: 'Fler invånare' } },
        target: {
          points: [
            { period: '2025', value: 15327 },
            { period: '2030', value: 15800 },
          ],
          path: 'linear',
          measure: 'value',
          decision: 'KF § 12',
          isExample: false,
        },
        expected: 15403,
      },
    ],
    twelveMonths: { value: 15327 },
    startingQuality: 'final',
    effects: [EFFECT],
    lastTime: { period: '2024', comment: 'Ur registret.', sourceNote: 'SCB' },
    entry: ENTRY,
    limits: { min: 0, max: 30000, mayRepeat: false, officialStatistics: true },
  };
  it('is sent as it is', () => expect(entryForm.parse(FORM) as unknown).toEqual(FORM));

  it('can be opened before there is an entry, a target or an earlier figure', () => {
    const { twelveMonths: _t, lastTime: _l, entry: _n, ...begun } = FORM;
    const first = { ...begun, effects: [] };
    expect(faultsOf(entryForm, { ...first, goals: [], history: [], limits: { mayRepeat: true, officialStatistics: false } })).toEqual([]);
  });

  for (const field of ['indicator', 'period', 'territory', 'today', 'lastDay', 'history', 'limits'] as const) {
    it(`cannot be opened without ${field}`, () =>
      expect(faultsOf(entryForm, { ...FORM, [field]: undefined })).toEqual([`${field}: invalid_type`]));
  }
});

describe('the tasks of a reporter', () => {
  const TASK = {
    ...ABOUT,
    cadence: 'year',
    department: BOARD,
    breakdown: '',
    lastDay: '2026-03-27',
    state: 'returned',
    entry: ID,
    returnedReason: 'Gäller det hela kommunen?',
    value: 36,
    inPlaceOf: ['Rut Alm'],
    reviewUntil: '2026-04-10',
  };
  const PEOPLE = { department: 'kultur', reporters: ['Anna Ek'], reviewers: ['Karin Berg'] };
  specContract(taskList, { today: '2026-02-20', items: [TASK], people: [PEOPLE] }, {
    unknown: 'stripped',
    optional: [...OPTIONAL_ABOUT, 'department.name.en', 'entry', 'returnedReason', 'value', 'inPlaceOf', 'reviewUntil'].map((field) => `items.*.${field}`),
  }); // prettier-ignore

  it('are due, overdue, begun, sent back, waiting or done', () => {
    const states = ['due', 'overdue', 'draft', 'returned', 'submitted', 'done', 'approved', 'late'];
    const taken = states.filter((state) => taskList.safeParse({ today: '2026-02-20', items: [{ ...TASK, state }], people: [] }).success);
    expect(taken).toEqual(states.slice(0, 6));
  });
});

describe('the review queue', () => {
  const ITEM = {
    id: ID,
    version: 3,
    ...ABOUT,
    department: BOARD,
    round: '2025-Q4',
    value: 36,
    quality: 'final',
    effects: [EFFECT],
    publicFrom: RECORDED,
    isAgain: false,
    comparedWith: { period: '2024', value: 35 },
    replacing: 'correction',
    answers: FIGURE.answers,
    questions: [QUESTION],
    submittedBy: 'Anna Ek',
    submittedAt: RECORDED,
    comment: 'Räknat två gånger.',
    reason: 'Ett svar kom sent.',
    isOwn: false,
  };
  const COUNTS = {
    rounds: [{ period: '2025-Q4', count: 1 }],
    departments: [{ department: BOARD, count: 1 }],
    people: [{ id: ID, name: 'Anna Ek', count: 1 }],
  };
  const QUEUE = { items: [ITEM], total: 1, waiting: 2, limit: 20, offset: 0, counts: COUNTS };
  const OPTIONAL = ['comment', 'comparedWith', 'comparedWith.value', 'department.name.en', 'publicFrom', 'replacing', 'round'];
  const OPTIONAL_ITEM = [...OPTIONAL_ABOUT, ...OPTIONAL, ...OPTIONAL_EFFECT.map((field) => `effects.*.${field}`), 'reason', 'value'];
  specContract(reviewQueue, QUEUE, {
    unknown: 'stripped',
    optional: [...OPTIONAL_ITEM.map((field) => `items.*.${field}`), 'counts.rounds.*.period', 'counts.departments.*.department.name.en'],
  });

  it('tells why there is no figure, now and where it is compared', () => {
    const missing = { ...ITEM, value: undefined, missing: 'non-response', comparedWith: { period: '2024', missing: 'not-measured' } };
    expect(faultsOf(reviewQueue, { ...QUEUE, items: [missing] })).toEqual([]);
  });
});

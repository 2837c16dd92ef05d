import { fulfilmentWord, rollUp as roll, rollUpRule, statusWord } from '@slusen/domain';
import { changedAt, faultsOf, specContract } from './contract.fixtures.js';
import { AREA, assessedPopulation, BOARD, GOAL, headings, INHABITANTS, POPULATION, RECORDED } from './examples.fixtures.js';
import { areaPage, goalPage, overview, rollUp, startPage } from './goals.js';

const ROLLED = rolled();
const DECISION = {
  name: { sv: 'SLUS', en: 'SLUS' },
  purpose: { sv: 'Kommunen ska växa.', en: 'The municipality is to grow.' },
  version: 1,
  body: { sv: 'kommunfullmäktige', en: 'the municipal council' },
  decidedOn: '2017-11-27',
  decidedOnText: { sv: 'hösten 2017', en: 'in autumn 2017' },
  paragraph: '§ 210',
  dnr: '2017/44',
};
const OPTIONAL_DECISION = ['decidedOn', 'decidedOnText', 'decidedOnText.en', 'dnr', 'paragraph', 'body.en', 'name.en', 'purpose.en'];
const WORDS = { name: GOAL.name, description: { sv: 'Folkmängden ska öka.', en: 'The population is to grow.' } };
const SUMMARY = { slug: GOAL.slug, name: GOAL.name, area: AREA, rollUp: ROLLED, leads: [BOARD], hasExamples: false };
const AREA_NAMES = { slug: 'leva', name: AREA.name, shortName: { sv: 'Leva', en: 'Live' } };

/** What the rules say of a goal with one indicator, off track. */
function rolled() {
  const made = roll([{ status: 'off-track', isFinal: false }], { deliberatelyNotMeasured: false });
  const word = (language: 'sv' | 'en') => fulfilmentWord(made.fulfilment, made.isFinal, language);
  const { counts, worst, coverage, fulfilment, isFinal } = made;
  return { counts, worst, ...coverage, fulfilment, isFinal, word: { sv: word('sv'), en: word('en') } };
}

describe('the roll-up of a goal', () => {
  specContract(rollUp, { ...ROLLED, reason: 'too-few-assessable' }, { unknown: 'stripped', optional: ['reason', 'worst'] });

  it('has a fulfilment of its own words, not those of a status', () => {
    expect(faultsOf(rollUp, { ...ROLLED, fulfilment: 'on-track' })).toEqual(['fulfilment: invalid_value']);
    expect(ROLLED.word).toEqual({ sv: statusWord('off-track', false, 'sv'), en: 'Off track' });
  });
});

describe('the page of a goal', () => {
  const INDICATOR = {
    slug: POPULATION.slug,
    name: POPULATION.name,
    unit: INHABITANTS,
    decimals: 0,
    cadence: 'year',
    isExample: false,
    assessed: assessedPopulation(),
    trend: { word: 'worsening', way: 'down' },
    finding: { sv: '57 färre 2025 än 2024', en: '57 fewer in 2025 than in 2024' },
    points: [{ period: '2025', value: 15327 }],
    breaks: ['2019'],
  };
  const ROLE = { actor: { ...BOARD, kind: 'committee', isExample: false }, role: 'leads', note: { sv: 'med bolagen' }, isExample: false };
  const PAGE = {
    slug: GOAL.slug,
    ...WORDS,
    area: AREA,
    strategy: DECISION,
    deliberatelyNotMeasured: { sv: 'Går inte att mäta.' },
    rollUp: ROLLED,
    rule: { sv: rollUpRule('sv'), en: rollUpRule('en') },
    indicators: [INDICATOR],
    roles: [ROLE],
    hasExamples: false,
  };

  it('is sent as it is, with an indicator as it stands for the goal', () => expect(goalPage.parse(PAGE) as unknown).toEqual(PAGE));

  it('shows of a small chart’s points only what it draws', () => {
    const points = [{ period: '2024', value: 15384 }, { period: '2025' }];
    const sent = goalPage.parse(
      changedAt(
        PAGE,
        ['indicators', 0, 'points'],
        points.map((point) => ({ ...point, approvedBy: 'Eva Norrby', revision: 2 })),
      ),
    );
    expect(sent.indicators[0]?.points as unknown).toEqual(points);
  });

  const refused: [what: string, place: (string | number)[], thing: unknown, fault: string][] = [
    ['a role that nobody can have', ['roles', 0, 'role'], 'owns', 'roles.0.role: invalid_value'],
    ['an actor of no known kind', ['roles', 0, 'actor', 'kind'], 'person', 'roles.0.actor.kind: invalid_value'],
    ['a trend without a way', ['indicators', 0, 'trend', 'way'], 'sideways', 'indicators.0.trend.way: invalid_value'],
    ['a break at no period', ['indicators', 0, 'breaks', 0], '2019-13', 'indicators.0.breaks.0: period.unknown'],
    ['an area in capitals', ['area', 'slug'], 'Leva', 'area.slug: slug.malformed'],
    ['a rule in one language', ['rule', 'en'], undefined, 'rule.en: invalid_type'],
  ];
  for (const [what, place, thing, fault] of refused) {
    it(`is refused with ${what}`, () => expect(faultsOf(goalPage, changedAt(PAGE, place, thing))).toEqual([fault]));
  }
});

describe('the page of an area', () => {
  const PAGE = { ...AREA_NAMES, description: WORDS.description, goals: [SUMMARY], strategy: DECISION };
  specContract(areaPage, PAGE, {
    unknown: 'stripped',
    optional: [
      ...['description.en', 'name.en', 'shortName.en'],
      ...['goals.*.area.name.en', 'goals.*.leads.*.name.en', 'goals.*.name.en', 'goals.*.rollUp.worst'],
      ...OPTIONAL_DECISION.map((field) => `strategy.${field}`),
    ],
  });
});

describe('the start page', () => {
  const CHANGE = {
    indicator: POPULATION,
    unit: INHABITANTS,
    decimals: 0,
    reporting: 'period',
    measure: 'value',
    period: '2025',
    value: 15327,
    quality: 'final',
    provenance: 'exact',
    covered: { sv: '2025', en: '2025' },
    certainty: { sv: 'preliminärt', en: 'preliminary' },
    part: { sv: '2025', en: '2025' },
    kind: 'confirmed',
    isExample: false,
    publishedAt: RECORDED,
  };
  const PAGE = {
    strategy: DECISION,
    areas: [{ ...AREA_NAMES, goals: 1, counts: { met: 0, 'partly-met': 0, 'not-met': 1, 'not-assessable': 0 } }],
    changes: [CHANGE],
    hasExamples: false,
  };
  const CHANGES = ['certainty', 'indicator.name.en', 'part', 'unit.en', 'unit.one', 'unit.one.en', 'value'];
  specContract(startPage, PAGE, {
    unknown: 'stripped',
    optional: [
      ...['areas.*.name.en', 'areas.*.shortName.en'],
      ...CHANGES.map((field) => `changes.*.${field}`),
      ...OPTIONAL_DECISION.map((field) => `strategy.${field}`),
    ],
  });

  it('tells a missing value as well as a value, and of each change whether it is new', () => {
    const { value: _value, ...rest } = CHANGE;
    expect(faultsOf(startPage, { ...PAGE, changes: [{ ...rest, missing: 'non-response', kind: 'new' }] })).toEqual([]);
    expect(faultsOf(startPage, { ...PAGE, changes: [{ ...rest, missing: 'lost' }] })).toEqual(['changes.0.missing: invalid_value']);
    expect(faultsOf(startPage, { ...PAGE, changes: [{ ...CHANGE, kind: 'removed' }] })).toEqual(['changes.0.kind: invalid_value']);
  });
});

describe('the overview', () => {
  const { area: _area, ...summary } = SUMMARY;
  const INDICATOR = {
    slug: POPULATION.slug,
    name: POPULATION.name,
    status: 'off-track',
    isFinal: false,
    uncertain: false,
    trend: { word: 'worsening', way: 'down' },
    heading: headings(),
    isExample: false,
    late: {
      ...{ values: [{ period: '2026', days: 12 }], reporting: 'period', owner: { sv: 'Kommunstyrelsen' } },
      ...{ arrival: 'by-hand', source: 'Egen räkning', told: { sv: '2026 är försenat', en: '2026 is overdue' } },
    },
  };
  const PAGE = {
    strategy: DECISION,
    areas: [{ ...AREA_NAMES, goals: [{ ...summary, indicators: [INDICATOR] }] }],
    computedOn: '2026-06-01',
  };
  it('is sent as it is, also where no strategy is in force', () => {
    const none = { areas: [], computedOn: '2026-06-01' };
    expect([overview.parse(PAGE), overview.parse(none)] as unknown).toEqual([PAGE, none]);
  });

  it('tells of a late value how many days, which are never none', () => {
    const late = (days: number) =>
      faultsOf(overview, changedAt(PAGE, ['areas', 0, 'goals', 0, 'indicators', 0, 'late', 'values', 0, 'days'], days));
    expect([late(1), late(0), late(-3), late(1.5)]).toEqual([
      [],
      ...['too_small', 'too_small', 'invalid_type'].map((code) => [`areas.0.goals.0.indicators.0.late.values.0.days: ${code}`]),
    ]);
  });

  it('has why a status is what it is left out, since that is told on the indicator’s own page', () => {
    const more = changedAt(PAGE, ['areas', 0, 'goals', 0, 'indicators', 0, 'explanation'], assessedPopulation().explanation);
    expect(overview.parse(more) as unknown).toEqual(PAGE);
  });
});

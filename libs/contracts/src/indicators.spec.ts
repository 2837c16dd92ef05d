import { changedAt, faultsOf, specContract } from './contract.fixtures.js';
import {
  AREA,
  assessedPopulation,
  BOARD,
  GOAL,
  headings,
  INHABITANTS,
  MUNICIPALITY,
  POINT,
  POPULATION,
  RECORDED,
} from './examples.fixtures.js';
import {
  correction,
  indicatorDefinition,
  indicatorList,
  indicatorPage,
  indicatorSearch,
  localityValue,
  measuredGoal,
  outlook,
  seriesPoint,
  seriesSelection,
  seriesView,
} from './indicators.js';

const DEFINITION = {
  ...POPULATION,
  definition: { sv: 'Antal folkbokförda i kommunen.', en: 'Number of registered residents.' },
  unit: INHABITANTS,
  decimals: 0,
  direction: 'increase',
  cadence: 'year',
  reporting: 'period',
  aggregation: 'last',
  min: 0,
  max: 20_000,
  lagDays: 55,
  graceDays: 30,
  source: { name: 'SCB', url: 'https://www.scb.se' },
  owner: BOARD,
  breaks: [{ firstPeriod: '1974', reason: { sv: 'Kommunreformen', en: 'The reform of municipalities' }, decision: 'Prop. 1969:103' }],
  isExample: false,
  contextNote: { sv: 'Räknas den 31 december.', en: 'Counted on 31 December.' },
};
const PATH = {
  points: [
    { period: '2025', value: 15327 },
    { period: '2030', value: 15800 },
  ],
  path: 'linear',
  measure: 'value',
  decision: 'KF 2025-11-24 § 210',
  isExample: false,
};
const CHART = { heading: headings(), subtitle: { sv: 'Folkmängd, Vimmerby, 1950–2025', en: 'Population, Vimmerby, 1950–2025' } };
const LOCALITY = {
  territory: { code: '0884-tuna', name: { sv: 'Tuna' }, kind: 'locality' },
  points: [{ ...POINT, value: 509 }],
};

describe('a point of a series', () => {
  const FULL = {
    ...POINT,
    provenance: 'derived',
    provenanceNote: 'summan av två tabeller',
    margin: 1.5,
    respondents: 660,
    numerator: 9,
    denominator: 25,
  };
  specContract(seriesPoint, FULL, {
    unknown: 'stripped',
    optional: ['approvedBy', 'approvedBy.en', 'denominator', 'margin', 'numerator', 'provenanceNote', 'respondents', 'value'],
  });

  const cases: [what: string, changes: object, faults: string[]][] = [
    ['a reason why there is no value', { value: undefined, missing: 'confidential' }, []],
    ['no known reason', { value: undefined, missing: 'lost' }, ['missing: invalid_value']],
    ['a quality that is none', { quality: 'good' }, ['quality: invalid_value']],
    ['a provenance that is none', { provenance: 'heard' }, ['provenance: invalid_value']],
    ['a period as sources write it', { period: '2025K3' }, ['period: period.unknown']],
    ['half a revision', { revision: 1.5 }, ['revision: invalid_type']],
    ['half a respondent', { respondents: 660.5 }, ['respondents: invalid_type']],
    ['a day in place of a moment', { recordedAt: '2026-02-20' }, ['recordedAt: invalid_format']],
  ];
  for (const [what, changes, faults] of cases) {
    it(`with ${what} is ${faults.length ? 'refused' : 'taken'}`, () =>
      expect(faultsOf(seriesPoint, { ...POINT, ...changes })).toEqual(faults));
  }
});

describe('a series', () => {
  const SERIES = { indicator: POPULATION.slug, territory: '0884', breakdown: 'kon=kvinnor', licence: 'CC0-1.0', points: [POINT] };
  specContract(seriesView, SERIES, { unknown: 'stripped', optional: ['points.*.approvedBy', 'points.*.approvedBy.en', 'points.*.value'] });

  it('has at most a thousand points', () => {
    const of = (length: number) => faultsOf(seriesView, { ...SERIES, points: new Array(length).fill(POINT) });
    expect([of(0), of(1000), of(1001)]).toEqual([[], [], ['points: too_big']]);
  });
});

describe('the definition of an indicator', () => {
  specContract(indicatorDefinition, DEFINITION, {
    unknown: 'stripped',
    optional: [
      ...['breaks.*.decision', 'breaks.*.reason.en', 'contextNote', 'contextNote.en', 'definition.en', 'name.en'],
      ...['max', 'min', 'owner', 'owner.name.en', 'source.url', 'unit.en', 'unit.one', 'unit.one.en'],
    ],
  });

  for (const [field, word] of Object.entries({ direction: 'up', cadence: 'week', reporting: 'total', aggregation: 'max' })) {
    it(`knows no ${field} "${word}"`, () =>
      expect(faultsOf(indicatorDefinition, { ...DEFINITION, [field]: word })).toEqual([`${field}: invalid_value`]));
  }
});

describe('a correction', () => {
  const CORRECTED = {
    period: '2024',
    revision: 2,
    kind: 'revision',
    territory: { code: '0884-tuna', name: { sv: 'Tuna' } },
    from: { value: 15383, quality: 'preliminary', provenance: 'derived', provenanceNote: 'Summa', margin: 2, respondents: 40 },
    to: { value: 15384, quality: 'final', provenance: 'exact' },
    told: { sv: '15 383 invånare blev 15 384 invånare, nu slutligt', en: '15,383 inhabitants became 15,384 inhabitants, now final' },
    reason: 'SCB har rättat',
    source: 'SCB',
    publishedAt: RECORDED,
  };
  const optionalFrom = ['value', 'provenanceNote', 'margin', 'respondents'].map((field) => `from.${field}`);
  specContract(correction, CORRECTED, { unknown: 'stripped', optional: [...optionalFrom, 'reason', 'territory', 'to.value'] });

  it('may take a value away and tell why', () =>
    expect(faultsOf(correction, { ...CORRECTED, to: { missing: 'confidential', quality: 'final', provenance: 'exact' } })).toEqual([]));
});

describe('a goal that an indicator measures', () => {
  const MEASURED = { goal: GOAL, isExample: false, area: AREA, target: PATH, assessed: assessedPopulation(), chart: CHART };
  const taken = (changes: object) => faultsOf(measuredGoal, { ...MEASURED, ...changes });

  it('is sent as it is, also without target and chart', () => {
    expect(measuredGoal.parse(MEASURED) as unknown).toEqual(MEASURED);
    expect(taken({ target: undefined, chart: undefined })).toEqual([]);
  });

  it('has its band with both ends', () => {
    const band = { low: 2, high: 2.5, from: '2025', to: '2030' };
    expect(taken({ target: { ...PATH, points: [], band } })).toEqual([]);
    expect(taken({ target: { ...PATH, band: { ...band, high: undefined } } })).toEqual(['target.band.high: invalid_type']);
  });

  it('knows two ways for a path to run and two things to compare', () => {
    expect(taken({ target: { ...PATH, path: 'curved', measure: 'mean' } })).toEqual([
      'target.path: invalid_value',
      'target.measure: invalid_value',
    ]);
  });
});

describe('a locality with its series', () => {
  specContract(localityValue, LOCALITY, {
    unknown: 'stripped',
    optional: ['points.*.approvedBy', 'points.*.approvedBy.en', 'points.*.value'],
  });

  it('may have no figures', () => expect(faultsOf(localityValue, { ...LOCALITY, points: [] })).toEqual([]));
});

describe('an outlook', () => {
  const SAID = {
    goal: GOAL.slug,
    trend: { word: 'worsening', way: 'down' },
    pace: { sv: ['Från 2019 till 2025 minskade värdet.'], en: ['From 2019 to 2025 the value fell.'] },
    ahead: { sv: ['Chansen att nå målvärdet i tid är mycket liten (2 %).'], en: ['The chance is very small (2%).'] },
    numbers: {
      values: [
        { period: '2019', value: 15647 },
        { period: '2025', value: 15327 },
      ],
      ...{ pace: -53.3, variation: 47.4, required: 94.6, projection: { value: 15060.3, low: 14651.5, high: 15469.1 }, chance: 0.022 },
    },
  };
  const NUMBERS = ['chance', 'pace', 'projection', 'required', 'variation'].map((name) => `numbers.${name}`);
  specContract(outlook, SAID, { unknown: 'stripped', optional: ['goal', ...NUMBERS, 'trend'] });
});

describe('the page of an indicator', () => {
  const { sentences, explanation } = assessedPopulation();
  const headings = ({ heading, headline, status }: typeof sentences.sv) => ({
    heading,
    headline,
    status,
    caption: '2025, slutligt',
    apart: [],
  });
  const { decimals, unit, today, measure, reporting, outcome, yearBefore } = explanation;
  const PAGE = {
    indicator: DEFINITION,
    facts: [{ term: { sv: 'Ersätts av', en: 'Replaced by' }, told: { sv: 'Besök', en: 'Visits' }, link: '/indikator/besok' }],
    directionTold: { sv: 'högre är bättre', en: 'higher is better' },
    headline: { sv: headings(sentences.sv), en: headings(sentences.en) },
    outcome: { decimals, unit, today, measure, reporting, outcome, yearBefore },
    chart: CHART,
    goals: [{ goal: GOAL, isExample: false, area: AREA, assessed: assessedPopulation() }],
    points: [POINT],
    rolling: [{ period: '2025', value: 15327, quality: 'final' }],
    columns: [],
    corrections: [],
    localities: [LOCALITY],
    comparisons: [{ ...LOCALITY, territory: { code: '0883', name: { sv: 'Västervik' }, kind: 'comparison' } }],
    outlook: [],
    missingValues: [
      {
        ...{ period: '2026', date: '2027-02-24', state: 'overdue', lateSince: '2027-03-27' },
        told: {
          sv: '2026, väntades den 24 februari 2027, försenat sedan den 27 mars 2027',
          en: '2026, was expected on 24 February 2027, overdue since 27 March 2027',
        },
      },
    ],
    nextExpected: {
      ...{ period: '2027', date: '2028-02-24', state: 'not-yet-due' },
      told: { sv: '2027, väntas den 24 februari 2028', en: '2027, expected on 24 February 2028' },
    },
    answersForIt: [{ actor: BOARD, role: 'owner', goal: GOAL, isExample: false }],
  };
  it('is sent as it is', () => expect(indicatorPage.parse(PAGE) as unknown).toEqual(PAGE));

  const changes: [what: string, place: (string | number)[], thing: unknown, faults: string[]][] = [
    ['nothing expected', ['nextExpected'], undefined, []],
    ['nothing missing', ['missingValues'], [], []],
    ['no chart', ['chart'], undefined, []],
    ['an actor who leads', ['answersForIt', 0, 'role'], 'leads', []],
    ['an actor who does nothing known', ['answersForIt', 0, 'role'], 'watches', ['answersForIt.0.role: invalid_value']],
    ['a value that is both late and early', ['nextExpected', 'state'], 'early', ['nextExpected.state: invalid_value']],
    ['a late day that is none', ['missingValues', 0, 'lateSince'], '2027-02-30', ['missingValues.0.lateSince: invalid_format']],
    ['a place of no known kind', ['localities', 0, 'territory', 'kind'], 'village', ['localities.0.territory.kind: invalid_value']],
    ['no sentence in English', ['headline', 'en'], undefined, ['headline.en: invalid_type']],
    ['no word of a target that there is', ['headline', 'sv', 'status'], undefined, []],
    ['an outcome of a measure that is none', ['outcome', 'measure'], 'mean', ['outcome.measure: invalid_value']],
  ];
  for (const [what, place, thing, faults] of changes) {
    it(`with ${what} is ${faults.length ? 'refused' : 'taken'}`, () =>
      expect(faultsOf(indicatorPage, changedAt(PAGE, place, thing))).toEqual(faults));
  }
});

describe('a list of indicators', () => {
  const { slug, name } = POPULATION;
  const SUMMARY = {
    slug,
    name,
    unit: INHABITANTS,
    decimals: 0,
    cadence: 'year',
    measure: 'value',
    reporting: 'period',
    isExample: false,
    perLocality: false,
  };
  const ITEM = {
    ...SUMMARY,
    latest: { period: '2024', value: 15384, quality: 'final', provenance: 'exact' },
    missing: { period: '2025', kind: 'non-response', told: { sv: '2025: inget svar', en: '2025: no response' } },
  };
  specContract(indicatorList, { items: [ITEM], total: 1, limit: 20, offset: 0 }, {
    unknown: 'stripped',
    optional: ['latest', 'missing', 'missing.kind', 'name.en', 'unit.en', 'unit.one', 'unit.one.en'].map((field) => `items.*.${field}`),
  }); // prettier-ignore
});

describe('the query of a search among indicators', () => {
  const searches: [query: object, read: object | string[]][] = [
    [{}, { limit: 20, offset: 0, q: '' }],
    [{ q: '  folkmängd ' }, { limit: 20, offset: 0, q: 'folkmängd' }],
    [
      { q: 'x', limit: '5', offset: '10', known: '2026-04-27' },
      { q: 'x', limit: 5, offset: 10, known: '2026-04-27' },
    ],
    [{ q: 'å'.repeat(100) }, { limit: 20, offset: 0, q: 'å'.repeat(100) }],
    [{ q: 'å'.repeat(101) }, ['q: too_big']],
    [{ q: 'a\u0000' }, ['q: text.not-storable']],
    [{ q: ['a', 'b'] }, ['q: invalid_type']],
    [{ sort: 'name' }, [': unrecognized_keys']],
  ];
  for (const [query, read] of searches) {
    it(`with ${JSON.stringify(query).slice(0, 60)} is ${Array.isArray(read) ? 'refused' : 'read'}`, () => {
      if (Array.isArray(read)) expect(faultsOf(indicatorSearch, query)).toEqual(read as string[]);
      else expect(indicatorSearch.parse(query) as unknown).toEqual(read);
    });
  }
});

describe('which series is asked for', () => {
  const selections: [query: object, read: object | string[]][] = [
    [{}, { breakdown: '' }],
    [
      { territory: MUNICIPALITY.code, breakdown: 'kon=kvinnor' },
      { territory: '0884', breakdown: 'kon=kvinnor' },
    ],
    [{ territory: '' }, ['territory: too_small']],
    [{ territory: '0'.repeat(21) }, ['territory: too_big']],
    [{ breakdown: 'k'.repeat(81) }, ['breakdown: too_big']],
    [{ area: 'leva' }, [': unrecognized_keys']],
  ];
  for (const [query, read] of selections) {
    it(`by ${JSON.stringify(query).slice(0, 60)} is ${Array.isArray(read) ? 'refused' : 'read'}`, () => {
      if (Array.isArray(read)) expect(faultsOf(seriesSelection, query)).toEqual(read as string[]);
      else expect(seriesSelection.parse(query) as unknown).toEqual(read);
    });
  }
});

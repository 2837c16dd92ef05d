import type { RegisteredIndicator } from '@slusen/contracts';
import { choicesOf, NOBODY, shownIndicators, type RegisterFilter, type Sort } from './register-view.js';

const EVERYTHING: RegisterFilter = { text: '', owner: '', area: '', onlyLate: false, onlyWithoutTarget: false };
const BOARD = { slug: 'styrelsen', name: { sv: 'Kommunstyrelsen' } };
const LIVE = { slug: 'leva', name: { sv: 'Leva', en: 'Live' } };

const one = (slug: string, different: Partial<RegisteredIndicator> = {}): RegisteredIndicator => ({
  ...{
    slug,
    name: { sv: slug },
    unit: { sv: 'st' },
    decimals: 0,
    reporting: 'period',
    cadence: 'year',
    isExample: false,
    areas: [],
    hasTarget: true,
    isDerived: false,
  },
  ...different,
});
const ALL = [
  one('öppettider', { owner: BOARD, areas: [LIVE], latest: { period: '2024', value: 1 } }),
  one('besök', { name: { sv: 'besök', en: 'Visits' }, late: { period: '2025', days: 3 }, hasTarget: false }),
  one('ändringar', { owner: BOARD, late: { period: '2024', days: 30 }, latest: { period: '2025', value: 1 } }),
  one('upphörd', { hasTarget: false, endsAfter: '2020' }),
];

describe('the register of indicators', () => {
  const shown = (filter: Partial<RegisterFilter>, sort: Sort = 'name') =>
    shownIndicators(ALL, { ...EVERYTHING, ...filter }, sort).map(({ slug }) => slug);

  const filters: [what: string, filter: Partial<RegisterFilter>, slugs: string[]][] = [
    ['everything by the Swedish alphabet', {}, ['besök', 'upphörd', 'ändringar', 'öppettider']],
    ['what has every word, in either language', { text: ' VIS it' }, ['besök']],
    ['what somebody answers for', { owner: 'styrelsen' }, ['ändringar', 'öppettider']],
    ['what nobody answers for', { owner: NOBODY }, ['besök', 'upphörd']],
    ['what hangs in an area', { area: 'leva' }, ['öppettider']],
    ['what is late', { onlyLate: true }, ['besök', 'ändringar']],
    ['what lacks a target, which one that has ended does not', { onlyWithoutTarget: true }, ['besök']],
  ];
  for (const [what, filter, slugs] of filters) it(`shows ${what}`, () => expect(shown(filter)).toEqual(slugs));

  const sorts: [sort: Sort, slugs: string[]][] = [
    ['owner', ['besök', 'upphörd', 'ändringar', 'öppettider']],
    ['latest', ['ändringar', 'öppettider', 'besök', 'upphörd']],
    ['late', ['ändringar', 'besök', 'upphörd', 'öppettider']],
  ];
  for (const [sort, slugs] of sorts) it(`orders them by ${sort}`, () => expect(shown({}, sort)).toEqual(slugs));

  it('offers each owner once, by name', () => {
    const other = { slug: 'kultur', name: { sv: 'Kultur' } };
    expect(choicesOf([BOARD, other, undefined, BOARD], 'sv').map(({ name }) => name)).toEqual(['Kommunstyrelsen', 'Kultur']);
  });
});

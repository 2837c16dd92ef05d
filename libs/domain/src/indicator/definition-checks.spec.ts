import { breakFaults, definitionFaults, type DefinitionSurroundings } from './definition-checks.js';
import { type DefinitionContent } from './definition-content.js';

const POPULATION: DefinitionContent & { slug: string } = {
  slug: 'folkmangd',
  name: { sv: 'Folkmängd' },
  definition: { sv: 'Antal folkbokförda.' },
  unit: { sv: 'invånare' },
  decimals: 0,
  direction: 'increase',
  cadence: 'year',
  reporting: 'period',
  aggregation: 'last',
  lagDays: 55,
  graceDays: 30,
  mayRepeat: false,
  officialStatistics: true,
  source: { name: 'SCB' },
  irregularYears: [],
  balance: [],
  perLocality: [],
  isExample: false,
};
const AROUND: DefinitionSurroundings = {
  actors: new Set(['gatukontoret']),
  localities: new Set(['0884-tuna']),
  indicators: new Map([
    ['fodda', { name: { sv: 'Födda' }, cadence: 'year' as const }],
    ['besok', { name: { sv: 'Besök' }, cadence: 'quarter' as const }],
  ]),
};

describe('a definition of an indicator', () => {
  const cases: [what: string, changes: Partial<DefinitionContent>, faults: string[]][] = [
    ['that is whole', {}, []],
    ['with an owner that is there', { owner: 'gatukontoret' }, []],
    ['with an unknown owner', { owner: 'ingen' }, ['owner: reference.unknown']],
    ['of a locality that is there', { perLocality: ['0884-tuna'] }, []],
    ['of the municipality as a locality', { perLocality: ['0884'] }, ['perLocality.0: reference.unknown']],
    ['of one locality twice', { perLocality: ['0884-tuna', '0884-tuna'] }, ['perLocality.1: name.repeated']],
    ['that balances with another', { balance: [{ indicator: 'fodda', sign: 1, at: 'same-period' }] }, []],
    ['that balances with itself a period before', { balance: [{ indicator: 'folkmangd', sign: 1, at: 'previous-period' }] }, []],
    ['that balances with itself', { balance: [{ indicator: 'folkmangd', sign: 1, at: 'same-period' }] }, ['balance.0.indicator: balance.of-itself']],
    ['that balances over other periods', { balance: [{ indicator: 'besok', sign: 1, at: 'same-period' }] }, ['balance.0.indicator: balance.other-cadence']],
    ['with a least value above the largest', { min: 2, max: 1 }, ['max: indicator.min-above-max']],
    ['with years though it is yearly', { irregularYears: [2018] }, ['irregularYears: indicator.years-only-when-irregular']],
    ['with years that fall', { cadence: 'irregular', irregularYears: [2018, 2014] }, ['irregularYears.1: indicator.years-not-in-order']],
    ['of years that accumulate', { reporting: 'year-to-date' }, ['reporting: indicator.year-to-date-within-a-year-only']],
  ]; // prettier-ignore
  for (const [what, changes, faults] of cases) {
    it(`${what} is ${faults.length === 0 ? 'taken' : `refused for ${faults.join(' and ')}`}`, () => {
      const found = [...definitionFaults({ ...POPULATION, ...changes }, AROUND)];
      expect(found.map(({ path, code }) => `${path.join('.')}: ${code}`)).toEqual(faults);
    });
  }

  it('breaks at periods of its own cadence, once at each', () => {
    const breaks = ['2020', '2021-Q1', '2020'].map((firstPeriod) => ({ firstPeriod, reason: { sv: 'Ny metod' } }));
    const found = [...breakFaults(breaks, POPULATION)];
    expect(found.map(({ path, code }) => `${path.join('.')}: ${code}`)).toEqual([
      '1.firstPeriod: period.wrong-cadence',
      '2.firstPeriod: name.repeated',
    ]);
  });
});

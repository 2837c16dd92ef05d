import { type Breakdown } from '../breakdown/breakdown.js';
import { breakFaults, definitionFaults, type DefinitionSurroundings } from './definition-checks.js';
import { type DefinitionContent } from './definition-content.js';
import { aDefinition } from './definition.fixtures.js';

const POPULATION = { ...aDefinition(), slug: 'folkmangd' };
const BY_SEX: Breakdown = { kind: 'sex', groups: [], of: 'people', threshold: 5 };
const AROUND: DefinitionSurroundings = {
  actors: new Set(['gatukontoret']),
  localities: new Set(['0884-tuna']),
  indicators: new Map([
    ['fodda', { name: { sv: 'Födda' }, cadence: 'year' as const }],
    ['besok', { name: { sv: 'Besök' }, cadence: 'quarter' as const }],
    ['doda', { name: { sv: 'Döda' }, cadence: 'year' as const }],
    [
      'overskott',
      { name: { sv: 'Födelseöverskott' }, cadence: 'year' as const, formula: { kind: 'difference' as const, parts: ['fodda', 'doda'] } },
    ],
    ['hittills', { name: { sv: 'Hittills' }, cadence: 'tertial' as const, reporting: 'year-to-date' as const }],
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
    ['that balances with what is not there', { balance: [{ indicator: 'ingen', sign: 1, at: 'same-period' }] }, ['balance.0.indicator: reference.unknown']],
    ['that counts one part twice', { balance: [{ indicator: 'fodda', sign: 1, at: 'same-period' }, { indicator: 'fodda', sign: -1, at: 'same-period' }] }, ['balance.1: name.repeated']],
    ['that counts one part in two periods', { balance: [{ indicator: 'fodda', sign: 1, at: 'same-period' }, { indicator: 'fodda', sign: -1, at: 'previous-period' }] }, []],
    ['that balances over other periods before', { balance: [{ indicator: 'besok', sign: 1, at: 'previous-period' }] }, ['balance.0.indicator: balance.other-cadence']],
    ['that balances over other periods', { balance: [{ indicator: 'besok', sign: 1, at: 'same-period' }] }, ['balance.0.indicator: balance.other-cadence']],
    ['with a least value above the largest', { min: 2, max: 1 }, ['max: indicator.min-above-max']],
    ['with a least value that is the largest', { min: 1, max: 1 }, []],
    ['with a least value only', { min: 2 }, []],
    ['with a largest value only', { max: -2 }, []],
    ['with years that rise', { cadence: 'irregular', irregularYears: [2014, 2018] }, []],
    ['irregular without years', { cadence: 'irregular' }, []],
    ['with one year twice', { cadence: 'irregular', irregularYears: [2014, 2014] }, ['irregularYears.1: indicator.years-not-in-order']],
    ['with years though it is yearly', { irregularYears: [2018] }, ['irregularYears: indicator.years-only-when-irregular']],
    ['with years that fall', { cadence: 'irregular', irregularYears: [2018, 2014] }, ['irregularYears.1: indicator.years-not-in-order']],
    ['of tertials that accumulate', { cadence: 'tertial', reporting: 'year-to-date' }, []],
    ['of elections that accumulate', { cadence: 'irregular', reporting: 'year-to-date' }, ['reporting: indicator.year-to-date-within-a-year-only']],
    ['computed from others', { formula: { kind: 'difference', parts: ['fodda', 'doda'] } }, []],
    ['computed from what is computed', { formula: { kind: 'per-thousand', parts: ['overskott', 'fodda'] } }, []],
    ['computed from itself', { formula: { kind: 'sum', parts: ['fodda', 'folkmangd'] } }, ['formula.parts.1: formula.circle']],
    ['computed from what is not there', { formula: { kind: 'sum', parts: ['fodda', 'ingen'] } }, ['formula.parts.1: reference.unknown']],
    ['computed from one part twice', { formula: { kind: 'sum', parts: ['fodda', 'fodda'] } }, ['formula.parts.1: name.repeated']],
    ['computed from other periods', { formula: { kind: 'sum', parts: ['fodda', 'besok'] } }, ['formula.parts.1: formula.other-cadence']],
    ['that is a share of three', { formula: { kind: 'share', parts: ['fodda', 'doda', 'overskott'] } }, ['formula.parts: formula.two-parts']],
    ['that adds up shares', { aggregation: 'sum', formula: { kind: 'share', parts: ['fodda', 'doda'] } }, ['aggregation: formula.does-not-add-up']],
    ['that adds up sums', { aggregation: 'sum', formula: { kind: 'sum', parts: ['fodda', 'doda'] } }, []],
    ['computed from what accumulates', { cadence: 'tertial', formula: { kind: 'sum', parts: ['hittills'] } }, ['formula.parts.0: formula.other-reporting']],
    ['per thousand of inhabitants who do not accumulate', { cadence: 'tertial', reporting: 'year-to-date', formula: { kind: 'per-thousand', parts: ['hittills', 'fodda'] } }, ['formula.parts.1: formula.other-cadence']],
    ['that has ended', { ending: { after: '2026', reason: { sv: 'SCB slutar.' }, replacedBy: 'fodda' } }, []],
    ['that ends with a period of another cadence', { ending: { after: '2026-Q1', reason: { sv: 'Slut.' } } }, ['ending.after: period.wrong-cadence']],
    ['that is replaced by itself', { ending: { after: '2026', reason: { sv: 'Slut.' }, replacedBy: 'folkmangd' } }, ['ending.replacedBy: ending.replaced-by-itself']],
    ['that is replaced by what is not there', { ending: { after: '2026', reason: { sv: 'Slut.' }, replacedBy: 'ingen' } }, ['ending.replacedBy: reference.unknown']],
    ['broken down by sex', { breakdown: BY_SEX }, []],
    ['broken down by ages', { breakdown: { ...BY_SEX, kind: 'age', groups: ['0–17 år', '18– år'] } }, []],
    ['broken down by sex with groups of ages', { breakdown: { ...BY_SEX, groups: ['0–17 år'] } }, ['breakdown.groups: breakdown.groups-of-ages-only']],
    ['broken down by one age', { breakdown: { ...BY_SEX, kind: 'age', groups: ['0–17 år'] } }, ['breakdown.groups: breakdown.two-groups']],
    ['broken down by one age twice', { breakdown: { ...BY_SEX, kind: 'age', groups: ['a', 'a'] } }, ['breakdown.groups.1: name.repeated']],
    ['broken down into its whole', { breakdown: { ...BY_SEX, kind: 'age', groups: ['a', 'Båda könen'] } }, ['breakdown.groups.1: breakdown.whole-as-group']],
    ['computed and broken down', { breakdown: BY_SEX, formula: { kind: 'sum', parts: ['fodda', 'doda'] } }, ['breakdown.kind: breakdown.computed']],
    ['of people with decimals', { breakdown: BY_SEX, decimals: 1 }, ['decimals: breakdown.people-are-whole']],
    ['of people in localities', { breakdown: BY_SEX, perLocality: ['0884-tuna'] }, ['breakdown.kind: breakdown.beside-localities']],
    ['of people that accumulate', { breakdown: BY_SEX, cadence: 'tertial', reporting: 'year-to-date' }, ['breakdown.kind: breakdown.year-to-date']],
    ['of shares in localities, with decimals', { breakdown: { ...BY_SEX, of: 'shares' }, decimals: 1, perLocality: ['0884-tuna'] }, []],
    ['of years that accumulate', { reporting: 'year-to-date' }, ['reporting: indicator.year-to-date-within-a-year-only']],
  ]; // prettier-ignore
  for (const [what, changes, faults] of cases) {
    it(`${what} is ${faults.length === 0 ? 'taken' : `refused for ${faults.join(' and ')}`}`, () => {
      const found = [...definitionFaults({ ...POPULATION, ...changes }, AROUND)];
      expect(found.map(({ path, code }) => `${path.join('.')}: ${code}`)).toEqual(faults);
    });
  }

  it('is refused what goes against an indicator that is computed from it: a circle, and other periods', () => {
    const moved = { name: { sv: 'Flyttat' }, cadence: 'year', formula: { kind: 'difference', parts: ['overskott', 'folkmangd'] } } as const;
    const around = { ...AROUND, indicators: new Map([...AROUND.indicators, ['flyttat', moved] as const]) };
    const foundIn = (changes: Partial<DefinitionContent>): string[] =>
      [...definitionFaults({ ...POPULATION, ...changes }, around)].map(({ path, code }) => `${path.join('.')}: ${code}`);
    expect(foundIn({ formula: { kind: 'sum', parts: ['fodda', 'flyttat'] } })).toEqual(['formula.parts.1: formula.circle']);
    expect(foundIn({ cadence: 'month' })).toEqual(['cadence: formula.part-of']);
    expect(foundIn({})).toEqual([]);
  });

  it('is told with its place in a whole, and with the offending text', () => {
    const broken = { ...POPULATION, owner: 'ingen', min: 2, max: 1, irregularYears: [2018, 2014], reporting: 'year-to-date' as const };
    const balance = [{ indicator: 'folkmangd', sign: 1, at: 'same-period' } as const];
    const found = [...definitionFaults({ ...broken, balance, perLocality: ['0884'] }, AROUND, ['indicators', 3])];
    expect(found.map(({ path, code, text }) => `${path.join('.')}: ${code} "${text}"`)).toEqual([
      'indicators.3.owner: reference.unknown "ingen"',
      'indicators.3.perLocality.0: reference.unknown "0884"',
      'indicators.3.balance.0.indicator: balance.of-itself "folkmangd"',
      'indicators.3.irregularYears: indicator.years-only-when-irregular "year"',
      'indicators.3.irregularYears.1: indicator.years-not-in-order "2014"',
      'indicators.3.reporting: indicator.year-to-date-within-a-year-only "year"',
      'indicators.3.max: indicator.min-above-max "1"',
    ]);
  });

  it('breaks at periods of its own cadence, once at each', () => {
    const breaks = ['2020', '2021-Q1', '2020'].map((firstPeriod) => ({ firstPeriod, reason: { sv: 'Ny metod' } }));
    const found = [...breakFaults(breaks, POPULATION)];
    expect(found.map(({ path, code }) => `${path.join('.')}: ${code}`)).toEqual([
      '1.firstPeriod: period.wrong-cadence',
      '2.firstPeriod: name.repeated',
    ]);
    expect([...breakFaults(breaks.slice(1, 2), POPULATION, ['breaks'])]).toEqual([
      { path: ['breaks', 0, 'firstPeriod'], code: 'period.wrong-cadence', text: '2021-Q1' },
    ]);
  });
});

import fc from 'fast-check';
import { balanceOf, type BalanceRule, type BalanceTerm } from './balance.js';
import { parsePeriod, periodCode } from '../time/period-code.js';

const term = (indicator: string, sign: 1 | -1, at: BalanceTerm['at'] = 'same-period'): BalanceTerm => ({
  indicator,
  name: { sv: indicator },
  sign,
  at,
});
const population: BalanceRule = {
  terms: [term('folkmangd', 1, 'previous-period'), term('fodda', 1), term('doda', -1), term('inflyttade', 1), term('utflyttade', -1)],
};
const known: Readonly<Record<string, number>> = {
  'folkmangd 2023': 15461,
  'fodda 2024': 140,
  'doda 2024': 166,
  'inflyttade 2024': 636,
  'utflyttade 2024': 688,
};
const lookup = (indicator: string, period: Parameters<typeof periodCode>[0]) => known[`${indicator} ${periodCode(period)}`];
const in2024 = (value: number) => ({ value, period: parsePeriod('2024') });

describe('balanceOf', () => {
  it('finds the adjustment of +1 in the population of 2024', () => {
    const balance = balanceOf(in2024(15384), population, lookup);
    expect(balance).toEqual(jasmine.objectContaining({ computed: 15383, adjustment: 1 }));
    expect(balance?.parts.map(({ sign, value }) => sign * value)).toEqual([15461, 140, -166, 636, -688]);
  });

  it('closes at 15 383', () => expect(balanceOf(in2024(15383), population, lookup)?.adjustment).toBe(0));

  it('says nothing when one part is missing', () => {
    expect(balanceOf({ value: 15327, period: parsePeriod('2025') }, population, lookup)).toBeUndefined();
    expect(balanceOf(in2024(15384), { terms: [] }, lookup)).toBeUndefined();
  });

  it('adds decimals without the noise of floats', () => {
    const shares: BalanceRule = { terms: [term('a', 1), term('b', 1)] };
    expect(balanceOf(in2024(0.3), shares, (indicator) => (indicator === 'a' ? 0.1 : 0.2))?.adjustment).toBe(0);
  });

  it('closes exactly when the value is what the parts add up to', () => {
    const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: -1000, max: 1000 }), (values, off) => {
        const rule = { terms: values.map((_, index) => term(String(index), index % 2 === 0 ? 1 : -1)) };
        const total = values.reduce((sum, value, index) => sum + (index % 2 === 0 ? value : -value), 0);
        const balance = balanceOf(in2024((total + off) / 100), rule, (index) => (values[Number(index)] ?? 0) / 100);
        expect(balance?.adjustment).toBe(off / 100);
      }),
    );
  });
});

import fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import { calculated, calculationText, isSum, readSum } from './number-sum.js';

const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe('a sum typed in a field', () => {
  const sums: [text: string, value: number, calculation: string][] = [
    ['=48+1', 49, '48+1'],
    [' = 48 + 1 ', 49, '48+1'],
    ['=49', 49, '49'],
    ['=1 234,5 + 0,5', 1235, '1234.5+0.5'],
    ['=1\u00a0234+1', 1235, '1234+1'],
    ['=0,1+0,2', 0.3, '0.1+0.2'],
    ['=10−3', 7, '10-3'],
    ['=10–3', 7, '10-3'],
    ['=-3+10', 7, '-3+10'],
    ['=2×3+4', 10, '2*3+4'],
    ['=2+3*4', 14, '2+3*4'],
    ['=(2+3)·4', 20, '(2+3)*4'],
    ['=(7−1)÷4', 1.5, '(7-1)/4'],
    ['=8/4/2', 1, '8/4/2'],
    ['=10-4-3', 3, '10-4-3'],
    ['=3*-2', -6, '3*-2'],
    ['=100/3', 33.333333, '100/3'],
    ['=0-0', 0, '0-0'],
    ['=1.234,5+1', 1235.5, '1234.5+1'],
  ];
  for (const [text, value, calculation] of sums)
    it(`is ${value} where "${text}" is written`, () => expect(readSum(text, { language: 'sv' })).toEqual({ value, calculation }));

  const refused: [text: string, code: string][] = [
    ['=', 'value.not-a-sum'],
    ['=48+', 'value.not-a-sum'],
    ['=+48', 'value.not-a-sum'],
    ['=(48+1', 'value.not-a-sum'],
    ['=48+1)', 'value.not-a-sum'],
    ['=()', 'value.not-a-sum'],
    ['=SUMMA(A1;A2)', 'value.not-a-sum'],
    ['=alert(1)', 'value.not-a-sum'],
    ['=50%', 'value.not-a-sum'],
    ['=2^3', 'value.not-a-sum'],
    ['=1 2 3', 'value.not-a-number'],
    ['=1.234+1', 'value.ambiguous-mark'],
    ['=1/0', 'value.divided-by-zero'],
    ['=1/(2−2)', 'value.divided-by-zero'],
    ['=999999999999999*10', 'value.too-large'],
    [`=${'1+'.repeat(200)}1`, 'value.not-a-sum'],
  ];
  for (const [text, code] of refused)
    it(`is refused as ${code} where "${text.slice(0, 20)}" is written`, () =>
      expect(codeOf(() => readSum(text, { language: 'sv' }))).toBe(code));

  it('reads the numbers of an English reader as they are written there', () => {
    expect(readSum('=1.5+2', { language: 'en' })).toEqual({ value: 3.5, calculation: '1.5+2' });
    expect(codeOf(() => readSum('=1,500+1', { language: 'en' }))).toBe('value.ambiguous-mark');
  });

  it('begins with an equals sign', () => {
    expect([' =1', '1=1', '48+1', ''].map(isSum)).toEqual([true, false, false, false]);
  });

  it('is shown as the reader’s language writes it', () => {
    expect(calculationText('-48+1.5*2-(3/-4)', 'sv')).toBe('−48 + 1,5 × 2 − (3 ÷ −4)');
    expect(calculationText('48+1.5', 'en')).toBe('48 + 1.5');
  });

  it('reads back as itself however it is shown', () => {
    const number = fc.integer({ min: 0, max: 99_999_999 }).map((units) => String(units / 100));
    const sum = fc.array(fc.tuple(fc.constantFrom('+', '-', '*'), number), { maxLength: 3 });
    fc.assert(
      fc.property(number, sum, fc.constantFrom('sv' as const, 'en' as const), (first, rest, language) => {
        const calculation = first + rest.map(([sign, next]) => sign + next).join('');
        const made = codeOf(() => calculated(calculation));
        const read = codeOf(() => readSum(`=${calculationText(calculation, language)}`, { language }));
        // A point before exactly three digits is never there: the numbers have two decimals at most.
        expect(read).toEqual(typeof made === 'number' ? { value: made, calculation } : made);
      }),
    );
  });
});

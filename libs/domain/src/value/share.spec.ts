import { DomainError } from '../domain-error.js';
import { checkShare, isShare, shareOf, type SharedFigure, type ShareRules } from './share.js';

const percent: ShareRules = { unit: { sv: '%' }, decimals: 1, max: 100 };
const codeOf = (figure: SharedFigure, rules: ShareRules = percent): string => {
  try {
    checkShare(figure, rules);
    return 'taken';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('a share', () => {
  it('is what is counted in per cent', () => {
    expect([{ sv: '%' }, { sv: 'procent' }, { sv: 'besök' }, { sv: 'procentenheter' }].map(isShare)).toEqual([true, true, false, false]);
  });

  const shares: [numerator: number, denominator: number, decimals: number, value: number][] = [
    [31, 64, 1, 48.4],
    [31, 64, 0, 48],
    [1, 3, 2, 33.33],
    [2, 3, 2, 66.67],
    [0, 12, 1, 0],
    [12, 12, 1, 100],
    [1, 8, 1, 12.5],
    [1.5, 3, 1, 50],
  ];
  for (const [numerator, denominator, decimals, value] of shares)
    it(`of ${numerator} in ${denominator} is ${value} with ${decimals} decimals`, () =>
      expect(shareOf({ numerator, denominator }, decimals)).toBe(value));

  const figures: [figure: SharedFigure, code: string, rules?: Partial<ShareRules>][] = [
    [{ value: 48.4 }, 'taken'],
    [{}, 'taken'],
    [{ value: 48.4, numerator: 31, denominator: 64 }, 'taken'],
    [{ value: 48.44, numerator: 31, denominator: 64 }, 'taken'],
    [{ value: 0, numerator: 0, denominator: 64 }, 'taken'],
    [{ value: 48, numerator: 31, denominator: 64 }, 'share.other-value'],
    [{ value: 48.5, numerator: 31, denominator: 64 }, 'share.other-value'],
    [{ value: 48.4, numerator: 31 }, 'share.incomplete'],
    [{ value: 48.4, denominator: 64 }, 'share.incomplete'],
    [{ numerator: 31, denominator: 64 }, 'share.incomplete'],
    [{ value: 0, numerator: 0, denominator: 0 }, 'share.no-whole'],
    [{ value: 50, numerator: -1, denominator: -2 }, 'share.no-whole'],
    [{ value: -50, numerator: -1, denominator: 2 }, 'share.above-whole'],
    [{ value: 150, numerator: 3, denominator: 2 }, 'share.above-whole'],
    [{ value: 150, numerator: 3, denominator: 2 }, 'taken', { max: 200 }],
    [{ value: 150, numerator: 3, denominator: 2 }, 'taken', { max: undefined }],
    [{ value: 48.4, numerator: 31, denominator: 64 }, 'share.not-a-share', { unit: { sv: 'besök' } }],
  ];
  for (const [figure, code, rules] of figures)
    it(`${JSON.stringify(figure)} is ${code}${rules ? ` with ${JSON.stringify(rules)}` : ''}`, () =>
      expect(codeOf(figure, { ...percent, ...rules })).toBe(code));
});

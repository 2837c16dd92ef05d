import { DomainError } from '../domain-error.js';
import { checkValue } from './value.js';

describe('checkValue', () => {
  for (const value of [0, -51.6, 0.000001, 999_999_999_999_999, -999_999_999_999_999, 123456.654321]) {
    it(`accepts ${value}`, () => {
      expect(checkValue(value)).toBe(value);
    });
  }

  it('makes -0 an ordinary zero', () => {
    expect(Object.is(checkValue(-0), 0)).toBeTrue();
  });

  const refused: [value: number, code: string][] = [
    [1e15, 'value.too-large'],
    [-1e15, 'value.too-large'],
    [Number.MAX_VALUE, 'value.too-large'],
    [0.1234567, 'value.too-precise'],
    [1e-7, 'value.too-precise'],
    [Number.MIN_VALUE, 'value.too-precise'],
    [0.1 + 0.2, 'value.too-precise'],
    [NaN, 'value.not-a-number'],
    [Infinity, 'value.not-a-number'],
    ['12' as unknown as number, 'value.not-a-number'],
    [null as unknown as number, 'value.not-a-number'],
  ];
  for (const [value, code] of refused) {
    it(`refuses ${value} as ${code}`, () => {
      expect(() => checkValue(value)).toThrowMatching((error) => error instanceof DomainError && error.code === code);
    });
  }
});

import { checkValue, DomainError } from '@slusen/domain';
import fc from 'fast-check';
import { faultsOf } from './contract.fixtures.js';
import { figure, figureView, missingKind, provenance, quality } from './values.js';

describe('a figure that someone sends', () => {
  const cases: [value: unknown, faults: string[]][] = [
    [0, []],
    [-3.25, []],
    [999_999_999_999_999, []],
    [0.123456, []],
    [1e15, [': value.too-large']],
    [-1e15, [': value.too-large']],
    [0.1234567, [': value.too-precise']],
    [1e-7, [': value.too-precise']],
    [Infinity, [': invalid_type']],
    [NaN, [': invalid_type']],
    ['15327', [': invalid_type']],
    [null, [': invalid_type']],
    [15327n, [': invalid_type']],
  ];
  for (const [value, faults] of cases) {
    it(`is ${faults.length ? `refused for ${faults.join()}` : 'taken'}: ${typeof value} ${String(value)}`, () => {
      expect(faultsOf(figure, value)).toEqual(faults);
    });
  }

  it('is never minus nothing', () => {
    expect(Object.is(figure.parse(-0), 0)).toBeTrue();
    expect(Object.is(figure.parse(JSON.parse('-0.0')), 0)).toBeTrue();
  });

  it('is taken exactly where the domain stores it, as the same number', () => {
    const numbers = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -1e15, max: 1e15 }).map((millionths) => millionths / 1e6),
    );
    fc.assert(
      fc.property(numbers, (value) => {
        let stored: number | string;
        try {
          stored = checkValue(value);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          stored = error.code;
        }
        const read = figure.safeParse(value);
        expect(read.success ? read.data : read.error.issues[0]?.message).toBe(stored);
      }),
    );
  });
});

describe('a figure on its way out', () => {
  it('is any number that was stored', () => {
    expect(figureView.parse(123_456_789_012_345)).toBe(123_456_789_012_345);
    expect(faultsOf(figureView, NaN)).toEqual([': invalid_type']);
  });
});

describe('words about a value', () => {
  const words = [
    ['why there is none', missingKind, ['not-yet-published', 'non-response', 'not-applicable', 'confidential', 'not-measured']],
    ['how sure it is', quality, ['preliminary', 'final', 'estimated']],
    ['how it came about', provenance, ['exact', 'derived', 'rounded', 'reported', 'example']],
  ] as const;
  for (const [what, contract, taken] of words) {
    it(`say ${what}: ${taken.join(', ')}, and nothing else`, () => {
      expect(contract.options).toEqual([...taken] as never);
      for (const other of ['', 'Final', 'missing', null, 0]) expect(contract.safeParse(other).success).toBeFalse();
    });
  }
});

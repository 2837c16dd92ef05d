import fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import { readNumber, readRounded } from './number-text-reading.js';

describe('readRounded', () => {
  const rounded: [text: string, value: number, isRounded: boolean][] = [
    ['517799.99999999994', 517800, true],
    ['0,1234567', 0.123457, true],
    ['-0,1234565', -0.123457, true],
    ['0,0000004', 0, true],
    ['−1 234,0000005', -1234.000001, true],
    ['0,123456', 0.123456, false],
    ['0,5000000000', 0.5, false],
    ['1 234', 1234, false],
  ];
  for (const [text, value, isRounded] of rounded) {
    it(`reads "${text}" as ${value}${isRounded ? ', rounded' : ''}`, () => expect(readRounded(text)).toEqual({ value, isRounded }));
  }

  for (const [text, code] of [
    ['1e2', 'value.not-a-number'],
    ['999999999999999,9999999', 'value.too-large'],
    ['123456789012345,1234567', 'value.too-precise'],
  ] as const) {
    it(`refuses "${text}" as ${code}`, () => {
      expect(() => readRounded(text)).toThrowMatching((error) => error instanceof DomainError && error.code === code);
    });
  }
});

describe('readNumber', () => {
  const read: [text: string, value: number][] = [
    ['1 234,5', 1234.5],
    ['1\u00a0234,5', 1234.5],
    ['1\u202f234\u202f567', 1234567],
    ['1234.5', 1234.5],
    ['1.234', 1.234],
    ['1,234', 1.234],
    ['-51,6', -51.6],
    ['\u221251,6', -51.6],
    ['\u201351,6', -51.6],
    ['  42 ', 42],
    ['007', 7],
    ['0,500000', 0.5],
    ['0,5000000000', 0.5],
    ['999999999999999', 999999999999999],
  ];
  for (const [text, value] of read) {
    it(`reads "${text}" as ${value}`, () => {
      expect(readNumber(text)).toBe(value);
    });
  }

  it('reads minus nothing as nothing', () => {
    expect(Object.is(readNumber('-0,0'), 0)).toBeTrue();
  });

  const odd = ['', ' ', '-', '0x10', '1e2', '1E2', 'NaN', 'Infinity', '-Infinity', '1,2,3', '1,,2', '1.234,5', '1,234.5', '1,234,567'];
  const odder = [
    '+5',
    '5 %',
    '5 st',
    '1 23',
    '12 34',
    '1234 567',
    '1  234',
    ',5',
    '5,',
    '- 5',
    '--5',
    '0b1',
    '1_000',
    '\u0661',
    '１',
    '1\n2',
  ];
  for (const text of [...odd, ...odder, '1'.repeat(101)]) {
    it(`refuses "${text.slice(0, 20).replace('\n', '\\n')}"`, () => {
      expect(() => readNumber(text)).toThrow(new DomainError('value.not-a-number', { text: text.slice(0, 100) }));
    });
  }

  const limits: [text: string, code: string][] = [
    ['1000000000000000', 'value.too-large'],
    ['-1 000 000 000 000 000', 'value.too-large'],
    ['0,1234567', 'value.too-precise'],
    ['123456789012345,123456', 'value.too-precise'],
    ['999999999999999,999999', 'value.too-large'],
  ];
  for (const [text, code] of limits) {
    it(`refuses "${text}" as ${code} rather than storing another number`, () => {
      expect(() => readNumber(text)).toThrowMatching((error) => error instanceof DomainError && error.code === code);
    });
  }

  const told: [text: string, facts: object][] = [
    ['fem', { text: 'fem' }],
    ['x'.repeat(300), { text: 'x'.repeat(100) }],
    ['123456789012345,123456', { value: Number('123456789012345.123456'), decimals: 6 }],
  ];
  for (const [text, facts] of told) {
    it(`tells with which facts it refuses "${text.slice(0, 24)}"`, () => {
      expect(() => readNumber(text)).toThrowMatching((error: DomainError) => JSON.stringify(error.facts) === JSON.stringify(facts));
    });
  }

  it('reads any text as a finite number or refuses it with a rule of its own', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9 .,eExX\u00a0]{0,12}$/)), (text) => {
        try {
          expect(Number.isFinite(readNumber(text))).toBeTrue();
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import { formatNumber } from './number-text.js';
import { approximated, readingsOf, readTyped } from './number-typed.js';

const percent = { sv: '%', en: '%' };
const kronor = { sv: 'kr', en: 'kr' };
const visits = { sv: 'besök', en: 'visits', one: { sv: 'besök', en: 'visit' } };
const codeOf = (text: string, language: 'sv' | 'en', unit?: typeof percent) => {
  try {
    return readTyped(text, { language, unit });
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe('a typed number', () => {
  const read: [text: string, value: number, unit?: typeof percent][] = [
    ['12 %', 12, percent],
    ['12%', 12, percent],
    ['12,5 procent', 12.5, percent],
    ['48,5 kr', 48.5, kronor],
    ['3 st', 3, visits],
    ['3 besök', 3, visits],
    ['1 Visit', 1, visits],
    ['+3', 3],
    ['− 3', -3],
    ['- 3', -3],
    ['–3,5', -3.5],
    [',5', 0.5],
    ['.5', 0.5],
    ['-,5', -0.5],
    ['1’234', 1234],
    ["1'234'567", 1234567],
    ['1’234,5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['1.234.567,89', 1234567.89],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u202f567', 1234567],
    ['1 234,567', 1234.567],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['1234.567', 1234.567],
    ['1,2345', 1.2345],
    ['12.5', 12.5],
    ['−1.234,5 kr', -1234.5, kronor],
  ];
  for (const [text, value, unit] of read)
    for (const language of ['sv', 'en'] as const)
      it(`is ${value} where "${text}" is written in ${language}`, () => expect(codeOf(text, language, unit)).toBe(value));

  const own: [text: string, sv: number | string, en: number | string][] = [
    ['1.234', 'value.ambiguous-mark', 1.234],
    ['1,500', 1.5, 'value.ambiguous-mark'],
    ['−15.327', 'value.ambiguous-mark', -15.327],
    ['+1,500', 1.5, 'value.ambiguous-mark'],
  ];
  for (const [text, sv, en] of own)
    it(`has the decimal mark of its language: "${text}"`, () =>
      expect([codeOf(text, 'sv'), codeOf(text, 'en')]).toEqual([sv, en] as never));

  const asked: [text: string, language: 'sv' | 'en', readings: object | undefined][] = [
    ['1.234', 'sv', { thousands: 1234, decimal: 1.234 }],
    ['1,500', 'en', { thousands: 1500, decimal: 1.5 }],
    ['− 15.327', 'sv', { thousands: -15327, decimal: -15.327 }],
    ['1,234', 'sv', undefined],
    ['tolv', 'sv', undefined],
  ];
  for (const [text, language, readings] of asked)
    it(`that is asked about says both that it may be: "${text}"`, () => expect(readingsOf(text, { language })).toEqual(readings as never));
  it('that is asked about may have its unit', () => {
    expect(readingsOf('1.234 kr', { language: 'sv', unit: kronor })).toEqual({ thousands: 1234, decimal: 1.234 });
  });

  for (const text of ['ca 48', 'Ca. 48', 'cirka 48', 'c:a 48', 'ungefär 48', '~48', '≈ 48', 'about 48', 'approx. 48'])
    it(`that is about something says so: "${text}"`, () => {
      expect(codeOf(text, 'sv')).toBe('value.approximate');
      expect(approximated(text, { language: 'sv' })).toBe(48);
    });

  for (const text of ['saknas', 'Uppgift saknas', 'finns ej', 'vet inte', '-', '–', '..', '…', 'n/a', 'missing', 'No data'])
    it(`that there is none of is a reason: "${text}"`, () => expect(codeOf(text, 'sv')).toBe('value.said-missing'));

  for (const text of ['tolv', 'ca tolv', '12 kr', '1e2', '0x10', 'NaN', '1,2,3', '1,23,456', '1.234,5,6', '1.234.5', '12 34', '1 23', '5,', '--5', '5 5 %', '', '%', '1/2', '1’23'])
    it(`is none in "${text}"`, () => expect(codeOf(text, 'sv', percent)).toBe('value.not-a-number')); // prettier-ignore

  for (const [text, code] of [
    ['1 000 000 000 000 000 kr', 'value.too-large'],
    ['0,1234567', 'value.too-precise'],
  ] as const)
    it(`is refused where it cannot be stored: "${text}"`, () => expect(codeOf(text, 'sv', kronor)).toBe(code));

  it('reads what pages print, but for English thousands that may be decimals', () => {
    const number = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }).map((millions) => millions / 100);
    fc.assert(
      fc.property(number, fc.constantFrom('sv', 'en'), (value, language) => {
        const text = formatNumber(value, { decimals: 2, language });
        expect(readTyped(text, { language })).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('reads any text as a finite number or refuses it with a rule of its own', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9 .,'’ca%\u00a0]{0,12}$/)), (text) => {
        const read = codeOf(text, 'sv', percent);
        expect(typeof read === 'string' || Number.isFinite(read)).toBeTrue();
      }),
    );
  });
});

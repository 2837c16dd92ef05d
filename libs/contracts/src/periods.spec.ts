import { CADENCES, parsePeriod, partsPerYear, PERIOD_CODES, periodCadence, periodCode } from '@slusen/domain';
import fc from 'fast-check';
import { faultsOf } from './contract.fixtures.js';
import { date, instant, period } from './periods.js';

describe('a period', () => {
  it('is taken for every code that the domain writes', () => {
    for (const code of PERIOD_CODES) expect(faultsOf(period, code)).toEqual([]);
    const codes = fc.constantFrom(...CADENCES).chain((cadence) => {
      const own = periodCadence(cadence);
      const part = fc.integer({ min: 1, max: partsPerYear(own) });
      return fc.record({ cadence: fc.constant(own), year: fc.integer({ min: 1000, max: 9999 }), part }).map(periodCode);
    });
    fc.assert(fc.property(codes, (code) => period.parse(code) === code));
  });

  it('is taken only where the domain reads the very same', () => {
    const almost = fc.stringMatching(/^[0-2][0-9]{2,4}(-[MQTHK]?[0-9]{1,2})?$/);
    fc.assert(
      fc.property(almost, (text) => {
        if (faultsOf(period, text).length === 0) expect(periodCode(parsePeriod(text))).toBe(text);
      }),
    );
  });

  const forms = [
    '2026K3',
    '2026 kv 3',
    '2026-K3',
    '2026-Q5',
    '2026-Q0',
    '2026-M13',
    '2026-M9',
    '2026-T4',
    '2026-H3',
    '0999',
    '0000',
    '',
    ' 2026',
  ];
  for (const text of [...forms, '2026\n', '20261', '2026-Q3x', '２０２６']) {
    it(`is not ${JSON.stringify(text)}`, () => expect(faultsOf(period, text)).toContain(': period.unknown'));
  }

  it('is a text', () => expect(faultsOf(period, 2026)).toEqual([': invalid_type']));
});

describe('a date', () => {
  const cases: [text: unknown, isTaken: boolean][] = [
    ['2026-09-30', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-9-1', false],
    ['2026-09-30T00:00:00Z', false],
    ['30 september 2026', false],
    [20260930, false],
  ];
  for (const [text, isTaken] of cases) {
    it(`is ${isTaken ? '' : 'not '}${JSON.stringify(text)}`, () => expect(date.safeParse(text).success).toBe(isTaken));
  }
});

describe('a moment', () => {
  const cases: [text: string, isTaken: boolean][] = [
    ['2026-09-30T22:00:00.000Z', true],
    ['2026-09-30T22:00:00Z', true],
    ['2026-09-30T22:00:00+02:00', false],
    ['2026-09-30T22:00:00', false],
    ['2026-09-30', false],
    ['2026-02-30T22:00:00Z', false],
    ['2026-09-30T25:00:00Z', false],
  ];
  for (const [text, isTaken] of cases) {
    it(`is ${isTaken ? '' : 'not '}${text}`, () => expect(instant.safeParse(text).success).toBe(isTaken));
  }

  it('is what a clock of this system writes', () => {
    const moments = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(fc.property(moments, (moment) => instant.parse(moment.toISOString()) === moment.toISOString()));
  });
});

import fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import { IMPORTED_PERIOD_FORMS, parsePeriod, PERIOD_CODES, periodCode, readPeriod } from './period-code.js';

describe('period codes', () => {
  it('parse back to themselves, for every period of any year', () => {
    const parts = { month: 12, quarter: 4, tertial: 3, 'half-year': 2, year: 1 } as const;
    const cadence = fc.constantFrom('month', 'quarter', 'tertial', 'half-year', 'year' as const);
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), cadence, (year, own) => {
        for (let part = 1; part <= parts[own]; part += 1) {
          const period = { cadence: own, year, part };
          expect(parsePeriod(periodCode(period))).toEqual(period);
          expect(readPeriod(periodCode(period))).toEqual(period);
        }
      }),
    );
  });

  const imported: [text: string, code: string][] = [
    ['2026K3', '2026-Q3'],
    ['2026 kv 3', '2026-Q3'],
    ['2026\u00a0kv\u00a03', '2026-Q3'],
    ['2026Q3', '2026-Q3'],
    ['2026M09', '2026-M09'],
    ['2026T2', '2026-T2'],
    ['2026H1', '2026-H1'],
    [' 2026 ', '2026'],
  ];
  for (const [text, code] of imported) {
    it(`reads "${text}" in a file as ${code}`, () => {
      expect(periodCode(readPeriod(text))).toBe(code);
    });
  }

  it('reads every form it names to whoever was refused', () => {
    expect([...PERIOD_CODES, ...IMPORTED_PERIOD_FORMS].map((form) => readPeriod(form).year)).toEqual(Array(11).fill(2026));
  });

  const nonsense = ['', '26', '2026-', '2026-Q5', '2026-Q0', '2026-M13', '2026-M00', '2026-M9', '2026-T4', '2026-H3', '2026-K3'];
  for (const text of [...nonsense, '2026-09', '2026 kv 5', '2026 KV 3', '2019M01-M08', '2026k3', '2026\n', '02026', '0000', '２０２６']) {
    it(`refuses "${text.replace('\n', '\\n')}" as a code`, () => {
      expect(() => parsePeriod(text)).toThrow(new DomainError('period.unknown', { text, accepted: PERIOD_CODES }));
    });
  }

  for (const text of ['2026-K3', '2026 kv 5', '2019M01-M08', 'kvartal 3 2026', '2026M9', '2026  kv 3', '9'.repeat(1000)]) {
    it(`refuses "${text.slice(0, 20)}" in a file and names what it accepts`, () => {
      const accepted = [...PERIOD_CODES, ...IMPORTED_PERIOD_FORMS];
      expect(() => readPeriod(text)).toThrow(new DomainError('period.unknown', { text: text.slice(0, 100), accepted }));
      expect(accepted).toContain('2026 kv 3');
    });
  }
});

import { parsePeriod } from './period-code.js';
import { dateLabel, periodLabel, shortPeriodLabel } from './period-label.js';

describe('period labels', () => {
  const labels: [code: string, sv: string, en: string, shortSv: string, shortEn: string][] = [
    ['2026-M09', 'september 2026', 'September 2026', 'sep 2026', 'Sep 2026'],
    ['2026-Q3', 'kvartal 3 2026', 'quarter 3 2026', 'kv 3 2026', 'Q3 2026'],
    ['2026-T2', 'maj–augusti 2026', 'May–August 2026', 'maj–aug 2026', 'May–Aug 2026'],
    ['2026-H1', 'första halvåret 2026', 'first half of 2026', 'halvår 1 2026', 'H1 2026'],
    ['2026-H2', 'andra halvåret 2026', 'second half of 2026', 'halvår 2 2026', 'H2 2026'],
    ['2026', '2026', '2026', '2026', '2026'],
  ];
  for (const [code, sv, en, shortSv, shortEn] of labels) {
    it(`calls ${code} "${sv}" and "${en}"`, () => {
      const period = parsePeriod(code);
      expect([periodLabel(period, 'sv'), periodLabel(period, 'en')]).toEqual([sv, en]);
      expect([shortPeriodLabel(period, 'sv'), shortPeriodLabel(period, 'en')]).toEqual([shortSv, shortEn]);
    });
  }

  it('writes dates in full', () => {
    expect(dateLabel('2026-09-01', 'sv')).toBe('1 september 2026');
    expect(dateLabel('2026-09-30T21:59:59.999Z', 'en')).toBe('30 September 2026');
    expect(dateLabel('snart', 'sv')).toBe('snart');
  });
});

import { parsePeriod } from '../time/period-code.js';
import { awaitedText } from './awaited-text.js';

describe('what is waited for', () => {
  const quarter = { period: parsePeriod('2026-Q3'), date: '2026-10-05' };
  const cases: [what: string, when: Parameters<typeof awaitedText>[1], sv: string, en: string][] = [
    [
      'is not due yet',
      { isDue: false, lateSince: undefined },
      'kvartal 3 2026, väntas den 5 oktober 2026',
      'quarter 3 2026, expected on 5 October 2026',
    ],
    [
      'is due',
      { isDue: true, lateSince: undefined },
      'kvartal 3 2026, väntades den 5 oktober 2026, inte försenat än',
      'quarter 3 2026, was expected on 5 October 2026, not overdue yet',
    ],
    [
      'is overdue',
      { isDue: true, lateSince: '2026-11-15' },
      'kvartal 3 2026, väntades den 5 oktober 2026, försenat sedan den 15 november 2026',
      'quarter 3 2026, was expected on 5 October 2026, overdue since 15 November 2026',
    ],
  ];
  it('is named by the months that it covers', () => {
    const soFar = { period: parsePeriod('2026-T2'), date: '2026-09-10', reporting: 'year-to-date' } as const;
    expect(awaitedText(soFar, { isDue: false, lateSince: undefined }, 'sv')).toBe('januari–augusti 2026, väntas den 10 september 2026');
  });

  for (const [what, when, sv, en] of cases) {
    it(`${what} is told with its day`, () =>
      expect([awaitedText(quarter, when, 'sv'), awaitedText(quarter, when, 'en')]).toEqual([sv, en]));
  }
});

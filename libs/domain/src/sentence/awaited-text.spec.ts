import { parsePeriod } from '../time/period-code.js';
import { awaitedText, earlierHoleText, lateText, noNextText } from './awaited-text.js';

describe('what is waited for', () => {
  const quarter = { period: parsePeriod('2026-Q3'), date: '2026-10-05' };
  const cases: [what: string, when: Parameters<typeof awaitedText>[1], sv: string, en: string][] = [
    [
      'is not due yet',
      { isDue: false, isLate: false, lateFrom: '2026-11-15' },
      'kvartal 3 2026, väntas den 5 oktober 2026',
      'quarter 3 2026, expected on 5 October 2026',
    ],
    [
      'is due',
      { isDue: true, isLate: false, lateFrom: '2026-11-15' },
      'kvartal 3 2026, väntades den 5 oktober 2026, räknas som försenat från den 15 november 2026',
      'quarter 3 2026, was expected on 5 October 2026, counts as overdue from 15 November 2026',
    ],
    [
      'is overdue',
      { isDue: true, isLate: true, lateFrom: '2026-11-15' },
      'kvartal 3 2026, väntades den 5 oktober 2026, försenat sedan den 15 november 2026',
      'quarter 3 2026, was expected on 5 October 2026, overdue since 15 November 2026',
    ],
  ];
  it('is named by the months that it covers', () => {
    const soFar = { period: parsePeriod('2026-T2'), date: '2026-09-10', reporting: 'year-to-date' } as const;
    expect(awaitedText(soFar, { isDue: false, isLate: false, lateFrom: '2026-10-10' }, 'sv')).toBe(
      'januari–augusti 2026, väntas den 10 september 2026',
    );
  });

  for (const [what, when, sv, en] of cases) {
    it(`${what} is told with its day`, () =>
      expect([awaitedText(quarter, when, 'sv'), awaitedText(quarter, when, 'en')]).toEqual([sv, en]));
  }
});

describe('that nothing is to come', () => {
  const told = (rules: Parameters<typeof noNextText>[0]) => [noNextText(rules, 'sv'), noNextText(rules, 'en')];

  it('is told of what is measured in some years', () => {
    expect(told({ cadence: 'irregular', irregularYears: [2013, 2009] })).toEqual([
      'ingen mätning efter 2013 är planerad',
      'no measurement after 2013 is planned',
    ]);
    expect(told({ cadence: 'irregular', irregularYears: [] })).toEqual(['inte bestämt när', 'not decided when']);
  });

  it('is not told where the calendar goes on, nor twice where the indicator has ended', () => {
    expect(told({ cadence: 'year', irregularYears: [] })).toEqual([undefined, undefined]);
    expect(told({ cadence: 'irregular', irregularYears: [2013], endsAfter: parsePeriod('2013') })).toEqual([undefined, undefined]);
  });
});

describe('what lacks from long ago', () => {
  const runs: [first: string, last: string, sv: string, en: string][] = [
    ['2021', '2021', '2021, efterfrågas inte längre', '2021, no longer asked for'],
    ['2014', '2019', '2014–2019, efterfrågas inte längre', '2014–2019, no longer asked for'],
    ['2024-Q1', '2024-Q3', 'kvartal 1 2024 till kvartal 3 2024, efterfrågas inte längre', 'quarter 1 2024 to quarter 3 2024, no longer asked for'],
  ]; // prettier-ignore
  for (const [first, last, sv, en] of runs) {
    it(`is told as "${sv}"`, () => {
      const told = (language: 'sv' | 'en') => earlierHoleText({ first: parsePeriod(first), last: parsePeriod(last) }, {}, language);
      expect([told('sv'), told('en')]).toEqual([sv, en]);
    });
  }
});

describe('what is overdue', () => {
  const cases: [overdue: readonly string[], latest: string | undefined, sv: string, en: string][] = [
    [['2022'], '2025', '2022 saknas', '2022 is missing'],
    [['2022', '2024'], '2025', '2022 och 2024 saknas', '2022 and 2024 are missing'],
    [['2026-Q3'], '2026-Q2', 'kvartal 3 2026 är försenat', 'quarter 3 2026 is overdue'],
    [['2026-H1', '2026-H2'], '2025-H2', 'första halvåret 2026 och andra halvåret 2026 är försenade', 'the first half of 2026 and the second half of 2026 are overdue'],
    [['2023', '2026'], '2025', '2023 saknas, 2026 är försenat', '2023 is missing, 2026 is overdue'],
    [['2025'], undefined, '2025 är försenat', '2025 is overdue'],
  ]; // prettier-ignore
  for (const [overdue, latest, sv, en] of cases) {
    it(`is said with its period, as what it is beside ${latest ?? 'nothing'}: ${sv}`, () => {
      const told = (language: 'sv' | 'en') =>
        lateText(overdue.map(parsePeriod), { latest: latest ? parsePeriod(latest) : undefined }, language);
      expect([told('sv'), told('en')]).toEqual([sv, en]);
    });
  }

  it('is named by the months that it covers', () => {
    const latest = parsePeriod('2026-T1');
    expect(lateText([parsePeriod('2026-T2')], { latest, reporting: 'year-to-date' }, 'sv')).toBe('januari–augusti 2026 är försenat');
  });
});

import { chartHeadOf, type ChartSubject } from './chart-head.js';

const shown: ChartSubject = {
  indicator: { name: { sv: 'Trygghet', en: 'Safety' }, unit: { sv: '%', en: '%' }, rules: { reporting: 'period' } },
  heading: { sv: 'Precis på målbanan 2025', en: 'Exactly on the target path in 2025' },
  points: [{ period: '2019' }, { period: '2022' }, { period: '2025' }],
  isRolling: false,
  municipality: 'Vimmerby kommun',
};
const subtitleOf = (different: Partial<ChartSubject>) => chartHeadOf({ ...shown, ...different }).subtitle;

describe('the words above a chart', () => {
  it('are the finding, then what, where, when and in which unit', () => {
    expect(chartHeadOf(shown)).toEqual({
      heading: shown.heading,
      subtitle: { sv: 'Trygghet, Vimmerby kommun, 2019–2025, %', en: 'Safety, Vimmerby kommun, 2019–2025, %' },
    });
  });

  it('say that twelve months are put together, and set long periods apart', () => {
    const rolling = { isRolling: true, points: [{ period: '2024-M12' }, { period: '2026-M08' }] };
    expect(subtitleOf(rolling)).toEqual({
      sv: 'Trygghet, tolv månader i följd, Vimmerby kommun, december 2024 – augusti 2026, %',
      en: 'Safety, rolling twelve months, Vimmerby kommun, December 2024 – August 2026, %',
    });
  });

  it('date twelve months by the last of them, and figures that accumulate by those they hold', () => {
    const points = [{ period: '2024-T1' }, { period: '2026-T2' }];
    expect(subtitleOf({ isRolling: true, points }).sv).toBe(
      'Trygghet, tolv månader i följd, Vimmerby kommun, april 2024 – augusti 2026, %',
    );
    const indicator = { ...shown.indicator, rules: { reporting: 'year-to-date' } } as const;
    expect(subtitleOf({ indicator, isRolling: true, points }).sv).toContain(', april 2024 – augusti 2026, ');
    expect(subtitleOf({ indicator, points }).sv).toBe('Trygghet, Vimmerby kommun, januari–april 2024 – januari–augusti 2026, %');
  });

  it('name a single period once', () => expect(subtitleOf({ points: [{ period: '2025' }] }).sv).toBe('Trygghet, Vimmerby kommun, 2025, %'));
});

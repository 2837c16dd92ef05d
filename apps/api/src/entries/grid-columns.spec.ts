import { periodCode, type Cadence } from '@slusen/domain';
import { commonCadence, gridCadences, gridPeriods } from './grid-columns.js';

describe('the columns of a grid', () => {
  const indicators = (...cadences: Cadence[]) => cadences.map((cadence) => ({ rules: { cadence } as never }));
  const codes = (...asked: Parameters<typeof gridPeriods>) => gridPeriods(...asked).map(periodCode);

  it('are of the length that most have, of as many the shorter; an irregular one has years', () => {
    expect(commonCadence(indicators('year', 'quarter', 'irregular'))).toBe('year');
    expect(commonCadence(indicators('year', 'quarter'))).toBe('quarter');
    expect(commonCadence([])).toBe('quarter');
    expect(gridCadences(indicators('year', 'month', 'irregular'))).toEqual(['month', 'year']);
  });

  it('are the latest that have begun, or those asked for, and never more than sixty', () => {
    expect(codes('year', {}, '2026-11-28')).toEqual(['2022', '2023', '2024', '2025', '2026']);
    expect(codes('quarter', { to: '2025-Q2' }, '2026-11-28').at(-1)).toBe('2025-Q2');
    expect(codes('quarter', { from: '2025-Q2', to: '2025-Q4' }, '2026-11-28')).toEqual(['2025-Q2', '2025-Q3', '2025-Q4']);
    expect(codes('month', { from: '2001-M01' }, '2026-11-28').length).toBe(60);
    expect(codes('quarter', { from: '2026-Q2', to: '2025-Q4' }, '2026-11-28')).toEqual([]);
  });
});

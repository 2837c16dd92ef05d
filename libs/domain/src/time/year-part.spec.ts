import { periodOfParts } from './year-part.js';

describe('a period whose year and part stand apart', () => {
  const cases: readonly (readonly [year: string, part: string, called: string, code: string | undefined])[] = [
    ['2026', 'Kvartal 3', '', '2026-Q3'],
    ['2026', 'kv. 3', '', '2026-Q3'],
    ['2026', '3', 'kvartal', '2026-Q3'],
    ['2026', '3:e kvartalet', '', undefined],
    ['2026', 'Q4', '', '2026-Q4'],
    ['2026', 'september', '', '2026-M09'],
    ['2026', 'Sep.', '', '2026-M09'],
    ['2026', 'May', '', '2026-M05'],
    ['2026', '9', 'Månad', '2026-M09'],
    ['2026', 'Tertial 2', '', '2026-T2'],
    ['2026', 'halvår 1', '', '2026-H1'],
    ['2026', 'Kvartal 5', '', undefined],
    ['2026', '3', 'kommun', undefined],
    ['26', 'Kvartal 3', '', undefined],
    ['2026', '', 'kvartal', undefined],
  ];
  for (const [year, part, called, code] of cases)
    it(`"${year}" and "${part}"${called && ` under "${called}"`} are ${code ?? 'none'}`, () =>
      expect(periodOfParts(year, part, called)).toBe(code));
});

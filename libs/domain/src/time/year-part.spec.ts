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
    ['2026', 'Kvartal 0', '', undefined],
    ['2026', 'Tertial 4', '', undefined],
    ['2026', 'Halvår 3', '', undefined],
    ['2026', 'Månad 13', '', undefined],
    ['2026', 'Månad 12', '', '2026-M12'],
    ['2026', 'december', '', '2026-M12'],
    ['2026', 'Oct', '', '2026-M10'],
    ['2026', 'januari', '', '2026-M01'],
    ['2026', 'vecka', '', undefined],
    ['2026', 'Kvartal 3', 'månad', '2026-Q3'],
    ['26', 'Kvartal 3', '', undefined],
    ['2026', '', 'kvartal', undefined],
    [' 2026 ', ' kvartal 3 ', '', '2026-Q3'],
  ];
  for (const [year, part, called, code] of cases)
    it(`"${year}" and "${part}"${called && ` under "${called}"`} are ${code ?? 'none'}`, () =>
      expect(periodOfParts(year, part, called)).toBe(code));
});

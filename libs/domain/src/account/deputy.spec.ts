import { deputyFault } from './deputy.js';

describe('standing in for somebody', () => {
  const cases: [from: string, to: string, fault: string | undefined][] = [
    ['2026-12-01', '2026-12-31', undefined],
    ['2026-11-01', '2026-11-28', undefined],
    ['2026-12-31', '2026-12-01', 'deputy.backwards'],
    ['2026-11-01', '2026-11-27', 'deputy.over'],
    ['2027-01-01', '2028-01-02', undefined],
    ['2027-01-01', '2028-01-03', 'deputy.too-long'],
  ];
  for (const [from, to, fault] of cases) {
    it(`from ${from} until ${to}, named on 2026-11-28: ${fault ?? 'well'}`, () => {
      expect(deputyFault({ from, to }, '2026-11-28')).toBe(fault as undefined);
    });
  }
});

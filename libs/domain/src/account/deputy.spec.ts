import { type RoleAssignment } from '../permission/permission.js';
import { deputyFault, isColleague } from './deputy.js';

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

describe('whom somebody who is to be away may choose', () => {
  const held = (...roles: string[]): RoleAssignment[] =>
    roles.map((one) => {
      const [role, department] = one.split(' ');
      return { role: role as RoleAssignment['role'], ...(department ? { department } : {}) };
    });
  const cases: [away: string[], other: string[], may: boolean][] = [
    [['reporter kultur'], ['reporter kultur'], true],
    [['reporter kultur'], ['reviewer kultur'], true],
    [['reviewer kultur'], ['reporter kultur'], true],
    [['reporter kultur'], ['reporter teknik'], false],
    [['reporter kultur', 'reporter teknik'], ['reporter kultur'], false],
    [['reporter kultur', 'reporter teknik'], ['reporter kultur', 'reviewer teknik'], true],
    [['reporter kultur', 'administrator'], ['reporter kultur'], true],
    [['strategist'], ['strategist'], true],
    [['strategist'], ['reporter kultur'], false],
    [['reporter kultur', 'strategist'], ['reporter kultur'], false],
    [['administrator'], ['administrator'], false],
    [[], ['reporter kultur'], false],
  ];
  for (const [away, other, may] of cases) {
    it(`for ${away.join(' and ') || 'nothing'}: ${may ? '' : 'not '}who is ${other.join(' and ')}`, () =>
      expect(isColleague(held(...away), held(...other))).toBe(may));
  }
});

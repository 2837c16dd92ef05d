import { covers, joined, rolePeriodFault, roleTime, type RolePeriod, type RoleTime } from './role-period.js';

const TODAY = '2026-11-27';

describe('The period of a role', () => {
  const cases: readonly [period: RolePeriod, time: RoleTime][] = [
    [{}, 'now'],
    [{ from: '2026-11-27' }, 'now'],
    [{ from: '2026-11-28' }, 'to-come'],
    [{ to: '2026-11-27' }, 'now'],
    [{ to: '2026-11-26' }, 'over'],
    [{ from: '2026-01-01', to: '2026-12-31' }, 'now'],
    [{ from: '2025-01-01', to: '2025-12-31' }, 'over'],
    [{ from: '2027-01-01', to: '2027-12-31' }, 'to-come'],
  ];
  for (const [period, time] of cases)
    it(`${period.from ?? 'always'}–${period.to ?? 'further notice'} is ${time}`, () => expect(roleTime(period, TODAY)).toBe(time));

  const pairs: readonly [one: RolePeriod, other: RolePeriod, covers: boolean, joined: RolePeriod][] = [
    [{}, { from: '2026-01-01', to: '2026-12-31' }, true, {}],
    [{ to: '2025-12-31' }, {}, false, {}],
    [{ from: '2026-01-01' }, {}, true, {}],
    [{ from: '2027-01-01' }, {}, false, {}],
    [{ from: '2027-01-01' }, { from: '2027-02-01' }, true, { from: '2027-01-01' }],
    [{ to: '2026-12-31' }, { to: '2027-06-30' }, false, { to: '2027-06-30' }],
    [{ from: '2026-01-01', to: '2026-03-31' }, { from: '2026-02-01', to: '2026-12-31' }, false, { from: '2026-01-01', to: '2026-12-31' }],
    [{ from: '2026-05-01', to: '2027-03-31' }, { from: '2026-02-01', to: '2026-12-31' }, true, { from: '2026-02-01', to: '2027-03-31' }],
  ];
  for (const [one, other, isCovered, both] of pairs)
    it(`${JSON.stringify(one)} and ${JSON.stringify(other)} are one, and the first ${isCovered ? 'covers' : 'does not cover'} the second`, () => {
      expect(covers(one, other, TODAY)).toBe(isCovered);
      expect(JSON.parse(JSON.stringify(joined(one, other)))).toEqual(both);
    });

  it('does not end before it begins', () => {
    expect(rolePeriodFault({ from: '2026-02-01', to: '2026-01-31' })).toBe('account.role-backwards');
    for (const period of [{}, { from: '2026-02-01' }, { to: '2026-01-31' }, { from: '2026-02-01', to: '2026-02-01' }])
      expect(rolePeriodFault(period)).toBeUndefined();
  });
});

import type { RoleHolder } from '../identity/account-role.repository.js';
import { rolePairOf } from './role-pair.js';

const holds = (account: string, role: RoleHolder['role'], department?: string): RoleHolder => ({
  account,
  name: account,
  role,
  department,
});

describe('who enters figures and who reviews them', () => {
  const cases: readonly (readonly [what: string, holders: readonly RoleHolder[], hasReporter: boolean, hasReviewer: boolean])[] = [
    ['are lacking where nobody has a role', [], false, false],
    ['are two', [holds('ola', 'reporter', 'kultur'), holds('vera', 'reviewer', 'kultur')], true, true],
    ['are not one and the same person', [holds('ola', 'reporter', 'kultur'), holds('ola', 'reviewer', 'kultur')], true, false],
    [
      'may be three',
      [holds('ola', 'reporter', 'kultur'), holds('ola', 'reviewer', 'kultur'), holds('eva', 'reporter', 'kultur')],
      true,
      true,
    ],
    ['are of the department', [holds('ola', 'reporter', 'teknik'), holds('vera', 'reviewer', 'teknik')], false, false],
    ['may be of every department', [holds('ola', 'reporter', 'kultur'), holds('vera', 'reviewer')], true, true],
    ['may come in any order', [holds('vera', 'reviewer', 'kultur')], false, true],
  ];
  for (const [what, holders, hasReporter, hasReviewer] of cases)
    it(what, () => expect(rolePairOf(holders, 'kultur')).toEqual({ hasReporter, hasReviewer }));

  it('are anybody where no department is named', () =>
    expect(rolePairOf([holds('ola', 'reporter', 'kultur'), holds('vera', 'reviewer', 'teknik')])).toEqual({
      hasReporter: true,
      hasReviewer: true,
    }));
});

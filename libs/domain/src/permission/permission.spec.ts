import fc from 'fast-check';
import { ACCOUNT_ROLES, type AccountRole } from '../strategy/actor.js';
import { ENTRY_STATES, type EntryState } from '../entry/entry.js';
import {
  departmentsFor,
  isAllowed,
  mayOperator,
  needsDepartment,
  type AccountFacts,
  type Permission,
  type PermissionSubject,
} from './permission.js';
import { PERMISSION_ACTIONS, type PermissionAction } from './permission-policy.js';

const account = (role: AccountRole, department?: string): AccountFacts => ({ id: role, roles: [{ role, department }] });
const reporter = account('reporter', 'kultur');
const reviewer = account('reviewer', 'kultur');
const politician = account('politician');
const administrator = account('administrator');
const own = (state: EntryState) => ({ department: 'kultur', state });
const other = (state: EntryState) => ({ department: 'teknik', state });

describe('isAllowed', () => {
  const cases: readonly (readonly [
    name: string,
    who: AccountFacts,
    action: PermissionAction,
    subject: PermissionSubject | undefined,
    answer: Permission,
  ])[] = [
    ['a reporter save in the own department', reporter, 'entry.save', own('draft'), 'allowed'],
    ['a reporter start an entry in the own department', reporter, 'entry.save', { department: 'kultur' }, 'allowed'],
    ['a reporter save in another department', reporter, 'entry.save', other('draft'), 'hidden'],
    ['a reporter start an entry in another department', reporter, 'entry.save', { department: 'teknik' }, 'hidden'],
    ['a reporter approve', reporter, 'entry.approve', own('submitted'), 'forbidden'],
    ['a reporter read the queue', reporter, 'queue.read', undefined, 'forbidden'],
    ['a reporter read tasks', reporter, 'task.read', undefined, 'allowed'],
    ['a reviewer approve in the own department', reviewer, 'entry.approve', own('submitted'), 'allowed'],
    ['a reviewer approve in another department', reviewer, 'entry.approve', other('submitted'), 'hidden'],
    ['a reviewer read a draft', reviewer, 'entry.read', own('draft'), 'hidden'],
    ['a reviewer approve a draft, and so learn of it', reviewer, 'entry.approve', own('draft'), 'hidden'],
    ['a reviewer try to approve twice, which the workflow answers', reviewer, 'entry.approve', own('approved'), 'allowed'],
    ['a reviewer save', reviewer, 'entry.save', own('submitted'), 'forbidden'],
    ['a reviewer approve an import', reviewer, 'import.approve', undefined, 'allowed'],
    ['a politician read the overview', politician, 'overview.read', undefined, 'allowed'],
    ['a politician read an entry', politician, 'entry.read', own('submitted'), 'hidden'],
    ['a politician manage accounts', politician, 'account.manage', undefined, 'forbidden'],
    ['an administrator manage accounts', administrator, 'account.manage', undefined, 'allowed'],
    ['an administrator manage one account', administrator, 'account.manage', { account: 'reporter' }, 'allowed'],
    ['an administrator approve', administrator, 'entry.approve', own('submitted'), 'hidden'],
    ['an administrator approve an import', administrator, 'import.approve', undefined, 'forbidden'],
    ['a strategist enter a strategy', account('strategist'), 'strategy.adopt', undefined, 'allowed'],
    ['an administrator enter a strategy', administrator, 'strategy.adopt', undefined, 'forbidden'],
    ['an administrator decide a target', administrator, 'target.decide', undefined, 'allowed'],
    ['a reviewer decide a target', reviewer, 'target.decide', undefined, 'forbidden'],
    ['someone without a role sign out', { id: 'x', roles: [] }, 'account.end-own-sessions', { account: 'x' }, 'allowed'],
    ['anyone change the own password', politician, 'account.change-own-password', { account: 'politician' }, 'allowed'],
    ['anyone change the password of another', administrator, 'account.change-own-password', { account: 'reporter' }, 'hidden'],
    ['a reporter without a department read tasks', account('reporter'), 'task.read', undefined, 'forbidden'],
    ['a reporter without a department save what has none', account('reporter'), 'entry.save', {}, 'hidden'],
    ['an account without a role read the overview', { id: 'x', roles: [] }, 'overview.read', undefined, 'forbidden'],
  ];
  for (const [name, who, action, subject, answer] of cases) {
    it(`answers "${answer}" to: may ${name}?`, () => expect(isAllowed(who, action, subject)).toBe(answer));
  }

  it('lets an administrator who is a reviewer too approve', () => {
    const both = { id: 'both', roles: [...administrator.roles, ...reviewer.roles] };
    expect(isAllowed(both, 'entry.approve', own('submitted'))).toBe('allowed');
  });

  const departments = fc.constantFrom('kultur', 'teknik', undefined);
  const accounts = fc.record({
    id: fc.constantFrom('a', 'b'),
    roles: fc.array(fc.record({ role: fc.constantFrom(...ACCOUNT_ROLES), department: departments }), { maxLength: 3 }),
  });
  const subjects = fc.record({
    department: departments,
    state: fc.constantFrom(...ENTRY_STATES, undefined),
    account: fc.constantFrom('a', 'b'),
  });
  const actions = fc.constantFrom(...PERMISSION_ACTIONS);

  it('never takes a right away with one more role', () => {
    fc.assert(
      fc.property(accounts, accounts, actions, subjects, (one, more, action, subject) => {
        const both = { id: one.id, roles: [...one.roles, ...more.roles] };
        if (isAllowed(one, action, subject) === 'allowed') expect(isAllowed(both, action, subject)).toBe('allowed');
      }),
    );
  });

  it('lets no one act on an entry that they cannot read', () => {
    fc.assert(
      fc.property(accounts, actions, subjects, (who, action, subject) => {
        if (!action.startsWith('entry.') || isAllowed(who, 'entry.read', subject) === 'allowed') return;
        expect(isAllowed(who, action, subject)).toBe('hidden');
      }),
    );
  });

  it('lists exactly the departments in which single things are allowed', () => {
    fc.assert(
      fc.property(accounts, fc.constantFrom('kultur', 'teknik'), (who, department) => {
        const listed = departmentsFor(who, 'entry.approve');
        expect(listed !== 'all' && listed.includes(department)).toBe(
          isAllowed(who, 'entry.approve', { department, state: 'submitted' }) === 'allowed',
        );
      }),
    );
  });
});

describe('mayOperator', () => {
  it('lets whoever runs the server make accounts, read in strategies and read the audit trail, but never stand for figures', () => {
    expect(PERMISSION_ACTIONS.filter(mayOperator)).toEqual([
      'round.plan',
      ...(['strategy.adopt', 'role.give', 'target.decide', 'definition.revise', 'series.break', 'point.annotate'] as const),
      ...(['organisation.change', 'indicator.add', 'territory.add', 'action.plan', 'audit.read'] as const),
      ...(['account.manage', 'account.manage-machines'] as const),
    ]);
  });
});

describe('departmentsFor', () => {
  it('names the departments of a role, each once, or all', () => {
    const twice = {
      id: 'x',
      roles: [...reporter.roles, ...reporter.roles, { role: 'reporter', department: 'teknik' }],
    } as const;
    expect(departmentsFor(twice, 'task.read')).toEqual(['kultur', 'teknik']);
    expect(departmentsFor(politician, 'overview.read')).toBe('all');
    expect(departmentsFor(politician, 'task.read')).toEqual([]);
  });
});

describe('a role that is nothing without a department', () => {
  for (const role of ACCOUNT_ROLES) {
    const isNothing = role === 'reporter';
    it(`${isNothing ? 'is' : 'is not'} ${role}`, () => expect(needsDepartment(role)).toBe(isNothing));
  }
});

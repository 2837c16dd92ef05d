import { passwordFault } from '@slusen/domain';
import { faultsOf, specContract } from './contract.fixtures.js';
import { BOARD } from './examples.fixtures.js';
import { credentials, passwordChange, sessionView } from './identity.js';

describe('credentials', () => {
  specContract(credentials, { username: 'eva', password: 'fyra grå katter' }, { unknown: 'refused' });

  const cases: [what: string, changes: object, faults: string[]][] = [
    ['a user name of 120 characters', { username: 'å'.repeat(120) }, []],
    ['a longer user name', { username: 'å'.repeat(121) }, ['username: too_big']],
    ['no user name', { username: '  ' }, ['username: too_small']],
    ['a user name with half a character', { username: 'a\ud800' }, ['username: text.not-storable']],
    ['a short password, which may be an old one', { password: 'x' }, []],
    ['no password', { password: '' }, ['password: too_small']],
    ['a password of 200 characters', { password: 'å'.repeat(200) }, []],
    ['a longer password', { password: 'å'.repeat(201) }, ['password: too_big']],
  ];
  for (const [what, changes, faults] of cases) {
    it(`with ${what} are ${faults.length ? 'refused' : 'taken'}`, () => {
      expect(faultsOf(credentials, { username: 'eva', password: 'fyra grå katter', ...changes })).toEqual(faults);
    });
  }

  it('have blank space around the user name taken away, and none of the password', () => {
    expect(credentials.parse({ username: ' eva ', password: ' x ' })).toEqual({ username: 'eva', password: ' x ' });
  });
});

describe('a change of password', () => {
  specContract(passwordChange, { current: 'fyra grå katter', next: 'fem gröna katter' }, { unknown: 'refused' });

  it('is judged by the rule of the domain, at every length, and says so by its code', () => {
    for (const length of [0, 1, 11, 12, 13, 199, 200, 201, 1000]) {
      const fault = passwordFault('å'.repeat(length));
      expect(faultsOf(passwordChange, { current: 'x', next: 'å'.repeat(length) })).toEqual(fault ? [`next: ${fault}`] : []);
    }
  });
});

describe('who is signed in', () => {
  const SESSION = {
    account: { id: '4f8a3c1e-6a53-4b7f-9a9e-0d4a4a7d2f10', username: 'eva', name: 'Eva Norrby', hasPassword: true },
    roles: [{ role: 'reporter', department: BOARD }],
    csrfToken: 'b3f1',
    needsSecondFactor: false,
    idleExpiresAt: '2026-11-27T10:00:00.000Z',
    expiresAt: '2026-11-27T18:00:00.000Z',
  };
  specContract(sessionView, SESSION, { unknown: 'stripped', optional: ['roles.*.department', 'roles.*.department.name.en'] });

  const refused: [what: string, changes: object, fault: string][] = [
    ['a role that is none', { roles: [{ role: 'mayor' }] }, 'roles.0.role: invalid_value'],
    ['an account without a true id', { account: { ...SESSION.account, id: '17' } }, 'account.id: invalid_format'],
    ['an end at no moment', { expiresAt: 'i morgon' }, 'expiresAt: invalid_format'],
  ];
  for (const [what, changes, fault] of refused) {
    it(`is refused with ${what}`, () => expect(faultsOf(sessionView, { ...SESSION, ...changes })).toEqual([fault]));
  }
});

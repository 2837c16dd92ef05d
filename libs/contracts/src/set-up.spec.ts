import { faultsOf, specContract } from './contract.fixtures.js';
import { firstAdministrator, setUpView } from './set-up.js';

describe('how far a set-up has come', () => specContract(setUpView, { needs: 'strategy' }, { unknown: 'stripped' }));

describe('the first administrator', () => {
  const FIRST = { code: '7K2M-QX4D-ABCD-1234', name: 'Eva Norrby', username: 'eva.norrby', password: 'ett långt lösenord' };
  specContract(firstAdministrator, FIRST, { unknown: 'refused' });

  it('has a name to sign in with in small letters, however it is typed', () =>
    expect(firstAdministrator.parse({ ...FIRST, username: ' Eva.Norrby ' }).username).toBe('eva.norrby'));

  for (const username of ['ev', 'eva norrby', 'eva@kommun', 'évà', '-eva', 'eva\n', 'x'.repeat(61)]) {
    it(`is not called ${JSON.stringify(username)}`, () =>
      expect(faultsOf(firstAdministrator, { ...FIRST, username })).toEqual(username === 'eva\n' ? [] : ['username: username.malformed']));
  }

  it('has a password that is long enough, and not too long', () => {
    expect(faultsOf(firstAdministrator, { ...FIRST, password: 'kort' })).toEqual(['password: password.too-short']);
    expect(faultsOf(firstAdministrator, { ...FIRST, password: 'x'.repeat(201) })).toEqual(['password: password.too-long']);
  });
});

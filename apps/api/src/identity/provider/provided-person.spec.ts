import { providedPerson } from './provided-person.js';

const ISSUER = 'https://login.example';
const GIVEN = [
  { group: 'chefer', role: 'administrator' },
  { group: 'kultur', role: 'reviewer', department: 'kultur' },
  { group: 'alla', role: 'reviewer', department: 'kultur' },
] as const;

describe('the person that a provider tells of', () => {
  const called: readonly [what: string, said: object, username: string, name: string][] = [
    ['as the standard says', { preferred_username: 'Eva.N@vimmerby.se', name: 'Eva Norrby' }, 'eva.n@vimmerby.se', 'Eva Norrby'],
    ['by ADFS', { upn: 'eva@vimmerby.local', given_name: 'Eva', family_name: 'Norrby' }, 'eva@vimmerby.local', 'Eva Norrby'],
    ['by a broker of electronic identities', { given_name: 'Eva', family_name: 'Norrby' }, 'sub-17', 'Eva Norrby'],
    ['by a mail address', { email: 'eva@vimmerby.se' }, 'eva@vimmerby.se', 'eva@vimmerby.se'],
    ['by nothing but a mark', {}, 'sub-17', 'Sub-17'],
    ['with room around it', { preferred_username: ' eva ', name: ' Eva ' }, 'eva', 'Eva'],
    ['at length', { preferred_username: 'e'.repeat(120) }, 'e'.repeat(100), 'e'.repeat(120)],
  ];
  for (const [what, said, username, name] of called) {
    it(`has the names that are told ${what}`, () => {
      expect(providedPerson(ISSUER, { sub: 'Sub-17', ...said }, undefined)).toEqual({
        issuer: ISSUER,
        subject: 'Sub-17',
        username,
        name,
        roles: undefined,
      });
    });
  }

  it('has each role once, and none for what is not named', () => {
    const rolesFor = (groups: unknown) => providedPerson(ISSUER, { sub: 'a', groups }, { claim: 'groups', given: GIVEN })?.roles;
    expect(rolesFor(['kultur', 'alla', 'alla'])).toEqual([{ role: 'reviewer', department: 'kultur' }]);
    expect(rolesFor('chefer')).toEqual([{ role: 'administrator' }]);
    for (const none of [undefined, [], ['Chefer'], 'chefer;kultur']) expect(rolesFor(none)).toEqual([]);
  });

  for (const groups of [17, { chefer: true }, ['chefer', 17], [['chefer']], null]) {
    it(`is nobody with the groups ${JSON.stringify(groups)}`, () => {
      expect(providedPerson(ISSUER, { sub: 'a', groups }, { claim: 'groups', given: GIVEN })).toBeUndefined();
    });
  }
});

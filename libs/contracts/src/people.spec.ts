import { faultsOf, specContract } from './contract.fixtures.js';
import { chosenPassword, givenRole, newPerson, newRoleProposal, peopleQuery, resetRequest } from './people.js';

const PERSON = { name: 'Åsa Ek', email: 'asa@exempel.se', roles: [{ role: 'reporter', department: 'kultur', from: '2026-01-01' }] };

describe('somebody who is to have an account', () => {
  specContract(newPerson, PERSON, { optional: ['roles.*.department', 'roles.*.from'], unknown: 'refused' });

  const cases: [what: string, changes: object, faults: string[]][] = [
    ['a name of 120 characters', { name: 'å'.repeat(120) }, []],
    ['a longer name', { name: 'å'.repeat(121) }, ['name: too_big']],
    ['no name', { name: ' ' }, ['name: too_small']],
    ['a name on two lines', { name: 'Åsa\nEk' }, ['name: text.not-one-line']],
    ['a name with a return', { name: 'Åsa\r\nBcc: b@exempel.se' }, ['name: text.not-one-line']],
    ['an address with a line end', { email: 'asa@exempel.se\n' }, ['email: email.malformed']],
    ['another receiver in the address', { email: 'asa@exempel.se\r\nBcc: b@exempel.se' }, ['email: email.malformed']],
    ['two addresses', { email: 'asa@exempel.se, b@exempel.se' }, ['email: email.malformed']],
    ['a name around the address', { email: 'Åsa <asa@exempel.se>' }, ['email: email.malformed']],
    ['no address', { email: '' }, ['email: email.malformed']],
    ['no role yet', { roles: [] }, []],
    ['a hundred roles', { roles: Array.from({ length: 100 }, () => ({ role: 'politician' })) }, []],
    ['more roles than that', { roles: Array.from({ length: 101 }, () => ({ role: 'politician' })) }, ['roles: too_big']],
  ];
  for (const [what, changes, faults] of cases)
    it(`with ${what} is ${faults.length ? 'refused' : 'taken'}`, () =>
      expect(faultsOf(newPerson, { ...PERSON, ...changes })).toEqual(faults));

  it('has the address in lower case', () => expect(newPerson.parse({ ...PERSON, email: 'Asa@Exempel.SE' }).email).toBe('asa@exempel.se'));
});

describe('a role that is given', () => {
  const cases: [role: object, faults: string[]][] = [
    [{ role: 'politician' }, []],
    [{ role: 'reporter', department: 'kultur', from: '2026-01-01', to: '2026-12-31' }, []],
    [{ role: 'chef' }, ['role: invalid_value']],
    [{ role: 'politician', to: '2026-02-30' }, ['to: invalid_format']],
    [{ role: 'politician', from: '2026-01-01T00:00:00Z' }, ['from: invalid_format']],
    [{ role: 'reporter', department: 'Kultur och fritid' }, ['department: slug.malformed']],
  ];
  for (const [role, faults] of cases)
    it(`is ${faults.length ? 'refused' : 'taken'}: ${JSON.stringify(role)}`, () => expect(faultsOf(givenRole, role)).toEqual(faults));
});

describe('people', () => {
  it('are listed by name, twenty at a time, unless something else is asked for', () => {
    expect(peopleQuery.parse({})).toEqual({ q: '', sort: 'name', falling: '0', limit: 20, offset: 0 });
    expect(faultsOf(peopleQuery, { sort: 'password' })).toEqual(['sort: invalid_value']);
  });
});

describe('the password that comes with a link', () => {
  specContract(chosenPassword, { token: 'x'.repeat(50), password: 'tolv tecken!' }, { unknown: 'refused' });
});

describe('what asks for a link', () => {
  specContract(resetRequest, { email: 'asa@exempel.se' }, { unknown: 'refused' });
});

describe('a role that is proposed', () => {
  specContract(newRoleProposal, { department: 'kultur', to: '2026-12-31' }, { optional: ['to'], unknown: 'refused' });
});

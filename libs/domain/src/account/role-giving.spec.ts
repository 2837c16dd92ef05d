import { ACCOUNT_ROLES } from '../strategy/actor.js';
import { needsConfirmation } from './role-giving.js';

describe('A role that is given', () => {
  it('to oneself needs another administrator where it is the reviewer’s', () => {
    expect(ACCOUNT_ROLES.filter((role) => needsConfirmation(role, { by: 'eva', to: 'eva' }))).toEqual(['reviewer']);
  });

  it('to somebody else, or by whoever runs the server, needs nobody', () => {
    for (const by of ['bo', undefined]) expect(ACCOUNT_ROLES.filter((role) => needsConfirmation(role, { by, to: 'eva' }))).toEqual([]);
  });
});

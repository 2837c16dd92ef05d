import { ACCOUNT_ROLES } from '../strategy/actor.js';
import { isAllowed } from '../permission/permission.js';

describe('The rights of operation', () => {
  for (const action of ['mail.read', 'export.make', 'job.manage'] as const)
    it(`let administrators alone do ${action}`, () => {
      const allowed = ACCOUNT_ROLES.filter((role) => isAllowed({ id: 'x', roles: [{ role }] }, action) === 'allowed');
      expect(allowed).toEqual(['administrator']);
    });
});

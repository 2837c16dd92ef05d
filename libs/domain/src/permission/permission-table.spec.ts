import { ACCOUNT_ROLES } from '../strategy/actor.js';
import { isAllowed } from './permission.js';
import { PERMISSION_ACTIONS } from './permission-policy.js';
import { policyMarkdown, policyRows } from './permission-table.js';

describe('the documented policy', () => {
  it('has someone who may do each thing', () => {
    expect([...new Set(policyRows().map(({ action }) => action))]).toEqual([...PERMISSION_ACTIONS]);
  });

  it('says of every role and action, in every state, what isAllowed says', () => {
    for (const action of PERMISSION_ACTIONS) {
      for (const role of ACCOUNT_ROLES) {
        const account = { id: 'a', roles: [{ role, department: 'kultur' }] };
        const isListed = policyRows().some((row) => row.action === action && row.role === role);
        expect(isAllowed(account, action))
          .withContext(`${role} ${action}`)
          .toBe(isListed ? 'allowed' : 'forbidden');
      }
    }
  });

  it('takes the states of a step from the workflow', () => {
    const states = policyRows().find(({ action, role }) => action === 'entry.save' && role === 'reporter')?.states;
    expect(states).toEqual(['draft', 'returned']);
  });

  it('prints as a table', () => {
    const lines = policyMarkdown().trimEnd().split('\n');
    expect(lines.length).toBe(policyRows().length + 2);
    expect(lines).toContain('| entry.approve | reviewer | own-department | submitted |');
    expect(lines).toContain('| overview.read | politician | all | – |');
  });
});

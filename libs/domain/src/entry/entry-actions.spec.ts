import { type AccountFacts } from '../permission/permission.js';
import { entryActionsFor } from './entry-actions.js';

const reporter: AccountFacts = { id: 'rut', roles: [{ role: 'reporter', department: 'kultur' }] };
const reviewer: AccountFacts = { id: 'gert', roles: [{ role: 'reviewer', department: 'kultur' }] };

describe('entryActionsFor', () => {
  const both: AccountFacts = { id: 'anna', roles: [...reporter.roles, ...reviewer.roles] };
  const entry = { department: 'kultur', state: 'submitted', authors: ['anna'] } as const;

  it('shows someone who is both reporter and reviewer no button to approve an own entry', () => {
    expect(entryActionsFor(both, entry)).toEqual(['withdraw']);
    expect(entryActionsFor(both, { ...entry, authors: ['bo'] })).toEqual(['return', 'approve']);
  });
  it('shows nothing in other departments', () => expect(entryActionsFor(both, { ...entry, department: 'teknik' })).toEqual([]));
  it('shows a reporter what is returned as something to save and submit', () => {
    expect(entryActionsFor(reporter, { ...entry, state: 'returned', authors: [] })).toEqual(['save', 'submit']);
  });
});

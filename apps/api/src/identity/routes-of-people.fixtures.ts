import type { PermissionAction, PermissionSubject } from '@slusen/domain';
import type { Answer, Visitor } from '../testing/visitor.js';

/** A way to ask something of a guarded route, with the right that it takes. */
export interface Route {
  /** The right it takes. */
  readonly action: PermissionAction;
  readonly ask: (visitor: Visitor) => Promise<Answer>;
  readonly subject?: PermissionSubject;
}

/** A version that is never there: who may is then told something else than about rights. */
export const STALE = { 'if-match': '"999999"' };

/** An id that no account, mail or job has. */
export const NO_ID = '00000000-0000-4000-8000-000000000000';
const DECIDED = { body: 'KS', decidedOn: '2026-01-01', reference: '§ 1' };
const manage = (ask: Route['ask']): readonly Route[] => [{ action: 'account.manage', ask }];

/** Every route about people, their rights and what is removed of them, by its method and address. */
export const ROUTES_OF_PEOPLE: Readonly<Record<string, readonly Route[]>> = {
  'get /api/admin/people': manage((visitor) => visitor.get('/api/admin/people')),
  'post /api/admin/people': manage((visitor) =>
    visitor.post('/api/admin/people', { name: 'Åsa', email: 'a@exempel.se', roles: [{ role: 'reporter' }] }),
  ),
  'get /api/admin/people/{id}': manage((visitor) => visitor.get(`/api/admin/people/${NO_ID}`)),
  'put /api/admin/people/{id}/roles': manage((visitor) => visitor.put(`/api/admin/people/${NO_ID}/roles`, { roles: [] }, STALE)),
  'put /api/admin/people/{id}/access': manage((visitor) => visitor.put(`/api/admin/people/${NO_ID}/access`, { isDisabled: true }, STALE)),
  'post /api/admin/people/{id}/links': manage((visitor) => visitor.post(`/api/admin/people/${NO_ID}/links`, undefined)),
  'delete /api/admin/people/{id}/sessions': manage((visitor) => visitor.delete(`/api/admin/people/${NO_ID}/sessions`)),
  'delete /api/admin/people/{id}/sessions/{session}': manage((visitor) =>
    visitor.delete(`/api/admin/people/${NO_ID}/sessions/0123456789abcdef`),
  ),
  'delete /api/admin/people/{id}/second-factor': manage((visitor) => visitor.delete(`/api/admin/people/${NO_ID}/second-factor`)),
  'get /api/admin/people/{id}/pseudonym/preview': [
    { action: 'disposal.read', ask: (visitor) => visitor.get(`/api/admin/people/${NO_ID}/pseudonym/preview`) },
  ],
  'put /api/admin/people/{id}/pseudonym': [
    { action: 'disposal.carry-out', ask: (visitor) => visitor.put(`/api/admin/people/${NO_ID}/pseudonym`, { decision: DECIDED }, STALE) },
  ],
  'get /api/admin/disposals': [{ action: 'disposal.read', ask: (visitor) => visitor.get('/api/admin/disposals') }],
  'post /api/admin/disposals/preview': [
    { action: 'disposal.read', ask: (visitor) => visitor.post('/api/admin/disposals/preview', { kind: 'mails', before: '2199-01-01' }) },
  ],
  'post /api/admin/disposals': [
    {
      action: 'disposal.carry-out',
      ask: (visitor) => visitor.post('/api/admin/disposals', { kind: 'mails', before: '2199-01-01', decision: DECIDED }),
    },
  ],
  'post /api/admin/people/{id}/deputies': manage((visitor) =>
    visitor.post(`/api/admin/people/${NO_ID}/deputies`, { deputy: NO_ID, from: '2020-01-01', to: '2020-01-01' }, STALE),
  ),
  'delete /api/admin/people/{id}/deputies/{deputy}': manage((visitor) => visitor.delete(`/api/admin/people/${NO_ID}/deputies/1`)),
  'get /api/account/absences': [{ action: 'deputy.name-own', ask: (visitor) => visitor.get('/api/account/absences') }],
  'post /api/account/absences': [
    {
      action: 'deputy.name-own',
      ask: (visitor) => visitor.post('/api/account/absences', { deputy: NO_ID, from: '2020-01-01', to: '2020-01-01' }),
    },
  ],
  'delete /api/account/absences/{deputy}': [{ action: 'deputy.name-own', ask: (visitor) => visitor.delete('/api/account/absences/1') }],
  'get /api/admin/people/{id}/hand-over': manage((visitor) => visitor.get(`/api/admin/people/${NO_ID}/hand-over?from=2199-01-01`)),
  'post /api/admin/people/{id}/hand-over': manage((visitor) =>
    visitor.post(`/api/admin/people/${NO_ID}/hand-over`, { to: NO_ID, from: '2199-01-01' }, STALE),
  ),
  'post /api/admin/role-proposals': manage((visitor) => visitor.post('/api/admin/role-proposals', { department: 'rymdbyran' })),
  'post /api/admin/role-proposals/{id}/decisions': manage((visitor) =>
    visitor.post(`/api/admin/role-proposals/${NO_ID}/decisions`, { isConfirmed: true }),
  ),
};

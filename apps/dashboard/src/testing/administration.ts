import type { ActorList, PeopleList, Person, PlannedReorganisation } from '@slusen/contracts';
import { FakeApi, ok } from './fake-api.js';
import { aSite } from './people.js';

const KULTUR = { slug: 'kultur', name: { sv: 'Kultur', en: 'Culture' } };

/** Bo, who reports for a department until the end of 2099. */
export function aPerson(different: Partial<Person> = {}): Person {
  return {
    id: '7a0f1c2e-0000-4000-8000-000000000002',
    username: 'bo@exempel.se',
    name: 'Bo Ek',
    email: 'bo@exempel.se',
    state: 'active',
    roles: [{ role: 'reporter', department: KULTUR, to: '2099-12-31' }],
    sessions: 0,
    version: 3,
    isSelf: false,
    hasSecondFactor: false,
    openSessions: [],
    proposals: [],
    deputies: [],
    deputyFor: [],
    ...different,
  };
}

/** That Kultur gets another name from the beginning of 2027. */
export function aPlan(different: Partial<PlannedReorganisation> = {}): PlannedReorganisation {
  return {
    id: 7,
    actor: KULTUR,
    sent: {
      ...{ kind: 'rename', from: '2027-01-01', decision: 'KF § 112', reason: 'Ny organisation', into: [], shares: [] },
      name: { sv: 'Kultur och fritid' },
    },
    into: [],
    plannedBy: 'Bo Ek',
    plannedAt: '2026-10-20T08:00:00.000Z',
    ...different,
  };
}

/** People as they are listed. */
export const aPeopleList = (...people: readonly Person[]): PeopleList => ({
  items: people.map(({ id, username, name, email, state, roles, sessions, version }) => ({
    ...{ id, username, name, state, roles, sessions, version },
    ...(email === undefined ? {} : { email }),
  })),
  total: people.length,
});

const ACTORS: ActorList = {
  items: [
    { ...KULTUR, kind: 'department', isExample: false, roles: [] },
    { slug: 'argus', name: { sv: 'IF Argus' }, kind: 'association', isExample: false, roles: [] },
  ],
};

/** An API that knows the municipality and its departments. */
export const administrationApi = (): FakeApi =>
  new FakeApi()
    .on('GET /api/site', ok(aSite()))
    .on('GET /api/actors', ok(ACTORS))
    .on('GET /api/admin/reorganisations', ok({ items: [], planned: [] }));

import { inject, Injectable } from '@angular/core';
import type { HandOver, HandOverPreview, NewDeputy, NewPerson, NewRoleProposal, PeopleList, PeopleQuery, Person, PersonRoles } from '@slusen/contracts';
import { ApiClient, type Change } from './api-client.js';
import { reading, type Reading } from './reading.js';

const PEOPLE = '/api/admin/people';
const PROPOSALS = '/api/admin/role-proposals';

/** What of the people is wanted. */
export type WantedPeople = Pick<PeopleQuery, 'q' | 'sort' | 'falling' | 'limit' | 'offset'>;

/** A person as they were read; a change says which version it is of. */
type ReadPerson = Pick<Person, 'id' | 'version'>;

/** People with accounts, for administrators. A reading needs an injection context; every change rejects with an `ApiError` when it is refused. */
@Injectable({ providedIn: 'root' })
export class PeopleApi {
  private readonly client = inject(ApiClient);

  list(wanted: () => WantedPeople): Reading<PeopleList> {
    return reading<PeopleList>(() => {
      const { limit, offset, ...rest } = wanted();
      return `${PEOPLE}?${new URLSearchParams({ ...rest, limit: String(limit), offset: String(offset) })}`;
    });
  }

  person(id: () => string): Reading<Person> {
    return reading<Person>(() => `${PEOPLE}/${encodeURIComponent(id())}`);
  }

  /** The person as they are now, after a change that answers with nothing. */
  again(id: string): Promise<Person> {
    return this.client.get<Person>(`${PEOPLE}/${id}`);
  }

  invite(person: NewPerson, idempotencyKey: string): Promise<Person> {
    return this.client.send<Person>({ method: 'POST', path: PEOPLE, body: person, headers: { 'Idempotency-Key': idempotencyKey } });
  }

  setRoles(person: ReadPerson, roles: PersonRoles['roles']): Promise<Person> {
    return this.client.send<Person>(changeOf(person, 'roles', { roles }));
  }

  setAccess(person: ReadPerson, isDisabled: boolean): Promise<Person> {
    return this.client.send<Person>(changeOf(person, 'access', { isDisabled }));
  }

  nameDeputy({ id, version }: ReadPerson, deputy: NewDeputy): Promise<Person> {
    return this.client.send<Person>({ method: 'POST', path: `${PEOPLE}/${id}/deputies`, body: deputy, headers: { 'If-Match': `"${version}"` } });
  }

  async endDeputy(id: string, deputy: number): Promise<void> {
    await this.client.send<unknown>({ method: 'DELETE', path: `${PEOPLE}/${id}/deputies/${deputy}` });
  }

  previewHandOver(id: string, from: string): Promise<HandOverPreview> {
    return this.client.get<HandOverPreview>(`${PEOPLE}/${id}/hand-over?from=${from}`);
  }

  handOver({ id, version }: ReadPerson, body: HandOver): Promise<Person> {
    return this.client.send<Person>({ method: 'POST', path: `${PEOPLE}/${id}/hand-over`, body, headers: { 'If-Match': `"${version}"` } });
  }

  async sendLink(id: string): Promise<void> {
    await this.client.send<unknown>({ method: 'POST', path: `${PEOPLE}/${id}/links` });
  }

  async resetSecondFactor(id: string): Promise<void> {
    await this.client.send<unknown>({ method: 'DELETE', path: `${PEOPLE}/${id}/second-factor` });
  }

  async endSession(id: string, session: string): Promise<void> {
    await this.client.send<unknown>({ method: 'DELETE', path: `${PEOPLE}/${id}/sessions/${session}` });
  }

  async endSessions(id: string): Promise<void> {
    await this.client.send<unknown>({ method: 'DELETE', path: `${PEOPLE}/${id}/sessions` });
  }

  async propose(proposal: NewRoleProposal, idempotencyKey: string): Promise<void> {
    await this.client.send<unknown>({ method: 'POST', path: PROPOSALS, body: proposal, headers: { 'Idempotency-Key': idempotencyKey } });
  }

  async decide(proposal: string, isConfirmed: boolean): Promise<void> {
    await this.client.send<unknown>({ method: 'POST', path: `${PROPOSALS}/${proposal}/decisions`, body: { isConfirmed } });
  }
}

function changeOf({ id, version }: ReadPerson, what: string, body: object): Change {
  return { method: 'PUT', path: `${PEOPLE}/${id}/${what}`, body, headers: { 'If-Match': `"${version}"` } };
}

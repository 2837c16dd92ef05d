import { inject, Injectable } from '@angular/core';
import type { DisposalCriterion, DisposalList, DisposalPreview, NewDisposal, NewPseudonym, Person, PseudonymPreview } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { reading, type Reading } from './reading.js';

const DISPOSALS = '/api/admin/disposals';
const pseudonymOf = (id: string): string => `/api/admin/people/${id}/pseudonym`;

/** What is removed for ever by a decision. A reading needs an injection context; a change rejects with an `ApiError` when it is refused. */
@Injectable({ providedIn: 'root' })
export class DisposalsApi {
  private readonly client = inject(ApiClient);

  list(): Reading<DisposalList> {
    return reading<DisposalList>(() => DISPOSALS);
  }

  preview(criterion: DisposalCriterion): Promise<DisposalPreview> {
    return this.client.send<DisposalPreview>({ method: 'POST', path: `${DISPOSALS}/preview`, body: criterion });
  }

  dispose(disposal: NewDisposal, idempotencyKey: string): Promise<DisposalList> {
    return this.client.send<DisposalList>({ method: 'POST', path: DISPOSALS, body: disposal, headers: { 'Idempotency-Key': idempotencyKey } });
  }

  previewPseudonym(id: string): Promise<PseudonymPreview> {
    return this.client.get<PseudonymPreview>(`${pseudonymOf(id)}/preview`);
  }

  pseudonymise({ id, version }: Pick<Person, 'id' | 'version'>, decision: NewPseudonym['decision']): Promise<Person> {
    return this.client.send<Person>({ method: 'PUT', path: pseudonymOf(id), body: { decision }, headers: { 'If-Match': `"${version}"` } });
  }
}

import { inject, Injectable } from '@angular/core';
import type { NewReorganisation, ReorganisationList, ReorganisationPreview } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { reading, type Reading } from './reading.js';

/** Renames, merges, splits and closes actors, now or from a day to come. Reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class ReorganisationApi {
  private readonly client = inject(ApiClient);

  list(): Reading<ReorganisationList> {
    return reading<ReorganisationList>(() => '/api/admin/reorganisations');
  }

  preview(slug: () => string): Reading<ReorganisationPreview> {
    return reading<ReorganisationPreview>(() => `/api/admin/actors/${encodeURIComponent(slug())}/reorganisation`);
  }

  carryOut(preview: ReorganisationPreview, sent: NewReorganisation, idempotencyKey: string): Promise<ReorganisationPreview> {
    return this.post(preview, 'reorganisation', { sent, idempotencyKey });
  }

  plan(preview: ReorganisationPreview, sent: NewReorganisation, idempotencyKey: string): Promise<ReorganisationPreview> {
    return this.post(preview, 'reorganisation/plans', { sent, idempotencyKey });
  }

  withdraw(id: number): Promise<void> {
    return this.client.send({ method: 'DELETE', path: `/api/admin/planned-reorganisations/${id}` });
  }

  private post(
    { actor, revision }: ReorganisationPreview,
    what: 'reorganisation' | 'reorganisation/plans',
    { sent, idempotencyKey }: { readonly sent: NewReorganisation; readonly idempotencyKey: string },
  ): Promise<ReorganisationPreview> {
    const headers = { 'If-Match': `"${revision}"`, 'Idempotency-Key': idempotencyKey };
    return this.client.send({ method: 'POST', path: `/api/admin/actors/${encodeURIComponent(actor.slug)}/${what}`, body: sent, headers });
  }
}

import { inject, Injectable } from '@angular/core';
import type { NewActor, Reference } from '@slusen/contracts';
import { ApiClient } from './api-client.js';

/** Adds actors. */
@Injectable({ providedIn: 'root' })
export class ActorDeskApi {
  private readonly client = inject(ApiClient);

  add(actor: NewActor, idempotencyKey: string): Promise<Reference> {
    return this.client.send({ method: 'POST', path: '/api/admin/actors', body: actor, headers: { 'Idempotency-Key': idempotencyKey } });
  }
}

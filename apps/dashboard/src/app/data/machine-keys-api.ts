import { inject, Injectable } from '@angular/core';
import type { MachineKeyList, MadeMachineKey, NewMachineKey } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { reading, type Reading } from './reading.js';

const KEYS = '/api/admin/machine-keys';

/** The keys of business systems. A reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class MachineKeysApi {
  private readonly client = inject(ApiClient);

  all(): Reading<MachineKeyList> {
    return reading<MachineKeyList>(() => KEYS);
  }

  /** The key is told once: a repeated request gets none. */
  make(wanted: NewMachineKey, idempotencyKey: string): Promise<MadeMachineKey> {
    return this.client.send<MadeMachineKey>({ method: 'POST', path: KEYS, body: wanted, headers: { 'Idempotency-Key': idempotencyKey } });
  }

  async revoke(id: number): Promise<void> {
    await this.client.send<unknown>({ method: 'POST', path: `${KEYS}/${id}/revocation` });
  }
}

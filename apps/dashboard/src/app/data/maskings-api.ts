import { inject, Injectable } from '@angular/core';
import type { MaskFindings, MaskingList, MaskLifting, MaskSearch, NewMasking } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { reading, type Reading } from './reading.js';

const MASKINGS = '/api/admin/maskings';

/** What was published by mistake: where it is shown, hiding it, showing it again. A reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class MaskingsApi {
  private readonly client = inject(ApiClient);

  hidden(): Reading<MaskingList> {
    return reading<MaskingList>(() => MASKINGS);
  }

  find(search: MaskSearch): Promise<MaskFindings> {
    return this.client.send<MaskFindings>({ method: 'POST', path: `${MASKINGS}/search`, body: search });
  }

  hide(masking: NewMasking, idempotencyKey: string): Promise<MaskingList> {
    return this.client.send<MaskingList>({ method: 'POST', path: MASKINGS, body: masking, headers: { 'Idempotency-Key': idempotencyKey } });
  }

  lift(lifting: MaskLifting, idempotencyKey: string): Promise<MaskingList> {
    const headers = { 'Idempotency-Key': idempotencyKey };
    return this.client.send<MaskingList>({ method: 'POST', path: `${MASKINGS}/lifted`, body: lifting, headers });
  }
}

import { inject, Injectable } from '@angular/core';
import type { NewDeputy, OwnAbsences } from '@slusen/contracts';
import { ApiClient } from './api-client.js';

const PATH = '/api/account/absences';

/** When one is away oneself, and who stands in. Every method rejects with an `ApiError` when it is refused. */
@Injectable({ providedIn: 'root' })
export class AbsencesApi {
  private readonly client = inject(ApiClient);

  own(): Promise<OwnAbsences> {
    return this.client.get<OwnAbsences>(PATH);
  }

  name(body: NewDeputy): Promise<OwnAbsences> {
    return this.client.send<OwnAbsences>({ method: 'POST', path: PATH, body });
  }

  /** The absences that are left. */
  async end(deputy: number): Promise<OwnAbsences> {
    await this.client.send<unknown>({ method: 'DELETE', path: `${PATH}/${deputy}` });
    return this.own();
  }
}

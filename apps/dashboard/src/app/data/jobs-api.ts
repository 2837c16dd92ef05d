import { inject, Injectable } from '@angular/core';
import type { GivenUpJobList } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { freshReading } from './fresh-reading.js';
import type { Reading } from './reading.js';

const JOBS = '/api/admin/jobs';

/** Jobs that were given up, for administrators. A reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class JobsApi {
  private readonly client = inject(ApiClient);

  list(): Reading<GivenUpJobList> {
    return freshReading<GivenUpJobList>(() => JOBS);
  }

  async tryAgain(id: string): Promise<void> {
    await this.client.send<unknown>({ method: 'POST', path: `${JOBS}/${id}/attempts` });
  }
}

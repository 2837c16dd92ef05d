import { inject, Injectable } from '@angular/core';
import type { MadeExport } from '@slusen/contracts';
import { ApiClient } from './api-client.js';

const EXPORTS = '/api/admin/exports';

/** Everything as one file. Rejects with an `ApiError` when it is refused. */
@Injectable({ providedIn: 'root' })
export class ExportsApi {
  private readonly client = inject(ApiClient);

  make(): Promise<MadeExport> {
    return this.client.send<MadeExport>({ method: 'POST', path: EXPORTS });
  }

  /** Where the browser fetches the file itself, so that it need not fit in the page. */
  addressOf({ id }: MadeExport): string {
    return `${EXPORTS}/${id}`;
  }
}

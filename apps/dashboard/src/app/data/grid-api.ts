import { inject, Injectable } from '@angular/core';
import type { GridDraft, GridResults, GridSubmission, GridView } from '@slusen/contracts';
import { ApiClient } from './api-client.js';
import { freshReading } from './fresh-reading.js';
import type { Reading } from './reading.js';

/** Which periods a grid is wanted of; what is left out the API chooses. */
export interface WantedGrid {
  readonly cadence?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Many figures at once. Methods that return a reading need an injection context. */
@Injectable({ providedIn: 'root' })
export class GridApi {
  private readonly client = inject(ApiClient);

  grid(wanted: () => WantedGrid): Reading<GridView> {
    return freshReading<GridView>(() => {
      const given = Object.entries(wanted()).filter((pair): pair is [string, string] => Boolean(pair[1]));
      return given.length === 0 ? '/api/grid' : `/api/grid?${new URLSearchParams(given)}`;
    });
  }

  save(cells: readonly GridDraft[], idempotencyKey: string): Promise<GridResults> {
    return this.send('/api/grid/drafts', { cells }, idempotencyKey);
  }

  submit(submission: GridSubmission, idempotencyKey: string): Promise<GridResults> {
    return this.send('/api/grid/submissions', submission, idempotencyKey);
  }

  private send(path: string, body: unknown, idempotencyKey: string): Promise<GridResults> {
    return this.client.send<GridResults>({ method: 'POST', path, body, headers: { 'Idempotency-Key': idempotencyKey } });
  }
}

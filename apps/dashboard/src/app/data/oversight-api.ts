import { Injectable } from '@angular/core';
import type { AuditList, DataHealth, ImportRunList, ImportRunQuery, ImportRunView } from '@slusen/contracts';
import { reading, type Reading } from './reading.js';

/** What is asked of the trail; what is empty is not asked. */
export interface TrailSearch {
  readonly who: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
}

const AUDIT = '/api/admin/audit';
const IMPORTS = '/api/admin/imports';

function queryOf(search: TrailSearch & { readonly before?: string }): URLSearchParams {
  return new URLSearchParams(Object.entries(search).filter(([, text]) => text !== ''));
}

/** What administrators watch over. Every method is a reading and needs an injection context, but the address of the file. */
@Injectable({ providedIn: 'root' })
export class OversightApi {
  /** The latest that were found, or those before a place in the chain. */
  trail(asked: () => TrailSearch & { readonly before: string }, limit: number): Reading<AuditList> {
    return reading<AuditList>(() => {
      const query = queryOf(asked());
      query.set('limit', String(limit));
      return `${AUDIT}?${query}`;
    });
  }

  /** Where the same events are as a file. */
  trailFile(search: TrailSearch): string {
    const query = queryOf(search).toString();
    return `${AUDIT}.csv${query ? `?${query}` : ''}`;
  }

  imports(wanted: () => ImportRunQuery): Reading<ImportRunList> {
    return reading<ImportRunList>(() => {
      const { limit, offset, ...order } = wanted();
      return `${IMPORTS}?${new URLSearchParams({ ...order, limit: String(limit), offset: String(offset) })}`;
    });
  }

  import(id: () => string): Reading<ImportRunView> {
    return reading<ImportRunView>(() => `${IMPORTS}/${encodeURIComponent(id())}`);
  }

  health(): Reading<DataHealth> {
    return reading<DataHealth>(() => '/api/admin/data-health');
  }
}

import { Injectable } from '@angular/core';
import type { AuditList, DataHealth } from '@slusen/contracts';
import { reading, type Reading } from './reading.js';

/** What is asked of the trail; what is empty is not asked. */
export interface TrailSearch {
  readonly who: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
}

const AUDIT = '/api/admin/audit';

function queryOf(search: TrailSearch): URLSearchParams {
  return new URLSearchParams(Object.entries(search).filter(([, text]) => text !== ''));
}

/** What administrators watch over. Every method is a reading and needs an injection context, but the address of the file. */
@Injectable({ providedIn: 'root' })
export class OversightApi {
  trail(asked: () => TrailSearch & { readonly offset: number }, limit: number): Reading<AuditList> {
    return reading<AuditList>(() => {
      const { offset, ...search } = asked();
      const query = queryOf(search);
      query.set('limit', String(limit));
      query.set('offset', String(offset));
      return `${AUDIT}?${query}`;
    });
  }

  /** Where the same events are as a file. */
  trailFile(search: TrailSearch): string {
    const query = queryOf(search).toString();
    return `${AUDIT}.csv${query ? `?${query}` : ''}`;
  }

  health(): Reading<DataHealth> {
    return reading<DataHealth>(() => '/api/admin/data-health');
  }
}

import { Injectable } from '@angular/core';
import type { StrategyDocument } from '@slusen/contracts';
import { reading, type Reading } from './reading.js';

/** Adopted versions of the strategy, each as one document. The reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class StrategyApi {
  /** The version of that number; undefined: the one in force. */
  document(number: () => string | undefined): Reading<StrategyDocument> {
    return reading<StrategyDocument>(() => {
      const wanted = number();
      return wanted === undefined ? '/api/strategy' : `/api/strategy/versions/${encodeURIComponent(wanted)}`;
    });
  }
}

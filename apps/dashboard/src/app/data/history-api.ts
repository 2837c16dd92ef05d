import { Injectable } from '@angular/core';
import type { HistoryView } from '@slusen/contracts';
import { reading } from './reading.js';

/** What anyone can keep of the history, to find out later whether it was changed. */
@Injectable({ providedIn: 'root' })
export class HistoryApi {
  history() {
    return reading<HistoryView>(() => '/api/history');
  }
}

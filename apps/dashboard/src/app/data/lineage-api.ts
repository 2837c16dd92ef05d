import { Injectable } from '@angular/core';
import type { NoLongerFollowedUpView } from '@slusen/contracts';
import { reading, type Reading } from './reading.js';

/** What became of what was decided, from version to version. A reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class LineageApi {
  noLongerFollowedUp(): Reading<NoLongerFollowedUpView> {
    return reading<NoLongerFollowedUpView>(() => '/api/strategy/no-longer-followed-up');
  }
}

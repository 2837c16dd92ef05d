import { Injectable } from '@angular/core';
import type { NoLongerFollowedUpView, VersionComparisonView } from '@slusen/contracts';
import { reading, type Reading } from './reading.js';

/** What became of what was decided, from version to version. A reading needs an injection context. */
@Injectable({ providedIn: 'root' })
export class LineageApi {
  /** Two adopted versions; without numbers the one in force and the one that it replaced. */
  comparison(asked: () => { readonly from: string | undefined; readonly to: string | undefined }): Reading<VersionComparisonView> {
    return reading<VersionComparisonView>(() => {
      const numbers = Object.entries(asked()).filter((entry): entry is [string, string] => Boolean(entry[1]));
      return `/api/strategy/comparison${numbers.length > 0 ? `?${new URLSearchParams(numbers)}` : ''}`;
    });
  }

  noLongerFollowedUp(): Reading<NoLongerFollowedUpView> {
    return reading<NoLongerFollowedUpView>(() => '/api/strategy/no-longer-followed-up');
  }
}

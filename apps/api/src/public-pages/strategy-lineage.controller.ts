import { Get, Query } from '@nestjs/common';
import {
  comparedVersions,
  noLongerFollowedUpPage,
  versionComparison,
  type ComparedVersions,
  type NoLongerFollowedUpView,
  type VersionComparisonView,
} from '@slusen/contracts';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { PublicController } from '../platform/public-answer.js';
import { Returns } from '../platform/returns.js';
import { NoLongerFollowedUpQuery } from './no-longer-followed-up.query.js';
import { VersionComparisonQuery } from './version-comparison.query.js';

/** What became of what was decided, from version to version. */
@PublicController('api/strategy')
export class StrategyLineageController {
  constructor(
    private readonly left: NoLongerFollowedUpQuery,
    private readonly comparison: VersionComparisonQuery,
  ) {}

  @Get('no-longer-followed-up')
  @Returns(noLongerFollowedUpPage)
  noLongerFollowedUp(@Known() asOf: AsOf): Promise<NoLongerFollowedUpView> {
    return this.left.run(asOf);
  }

  /** Two adopted versions, word by word and target by target. */
  @Get('comparison')
  @Returns(versionComparison)
  compare(@Query({ schema: comparedVersions }) versions: ComparedVersions, @Known() asOf: AsOf): Promise<VersionComparisonView> {
    return this.comparison.run(versions, asOf);
  }
}

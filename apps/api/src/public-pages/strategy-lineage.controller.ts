import { Get } from '@nestjs/common';
import { noLongerFollowedUpPage, type NoLongerFollowedUpView } from '@slusen/contracts';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { PublicController } from '../platform/public-answer.js';
import { Returns } from '../platform/returns.js';
import { NoLongerFollowedUpQuery } from './no-longer-followed-up.query.js';

/** What became of what was decided, from version to version. */
@PublicController('api/strategy')
export class StrategyLineageController {
  constructor(private readonly left: NoLongerFollowedUpQuery) {}

  @Get('no-longer-followed-up')
  @Returns(noLongerFollowedUpPage)
  noLongerFollowedUp(@Known() asOf: AsOf): Promise<NoLongerFollowedUpView> {
    return this.left.run(asOf);
  }
}

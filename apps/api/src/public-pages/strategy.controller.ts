import { Get, Param } from '@nestjs/common';
import {
  areaPage,
  goalPage,
  startPage,
  strategyDocument,
  type AreaPageView,
  type GoalPageView,
  type StartPageView,
  type StrategyDocument,
} from '@slusen/contracts';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { Returns } from '../platform/returns.js';
import { AreaPageQuery } from './area-page.query.js';
import { GoalPageQuery } from './goal-page.query.js';
import { pathName } from '../platform/path-name.js';
import { PublicController } from '../platform/public-answer.js';
import { StartPageQuery } from './start-page.query.js';
import { StrategyDocumentQuery } from './strategy-document.query.js';
import { versionNumber } from './version-number.js';

@PublicController('api')
export class StrategyController {
  constructor(
    private readonly start: StartPageQuery,
    private readonly area: AreaPageQuery,
    private readonly goal: GoalPageQuery,
    private readonly documents: StrategyDocumentQuery,
  ) {}

  @Get('start')
  @Returns(startPage)
  startPage(@Known() asOf: AsOf): Promise<StartPageView> {
    return this.start.run(asOf);
  }

  @Get('areas/:slug')
  @Returns(areaPage)
  areaPage(@Param('slug', { schema: pathName }) slug: string, @Known() asOf: AsOf): Promise<AreaPageView> {
    return this.area.run(slug, asOf);
  }

  @Get('goals/:slug')
  @Returns(goalPage)
  goalPage(@Param('slug', { schema: pathName }) slug: string, @Known() asOf: AsOf): Promise<GoalPageView> {
    return this.goal.run(slug, asOf);
  }

  /** The strategy in force as one document. */
  @Get('strategy')
  @Returns(strategyDocument)
  strategy(@Known() asOf: AsOf): Promise<StrategyDocument> {
    return this.documents.run(undefined, asOf);
  }

  @Get('strategy/versions/:number')
  @Returns(strategyDocument)
  version(@Param('number', { schema: versionNumber }) number: number, @Known() asOf: AsOf): Promise<StrategyDocument> {
    return this.documents.run(number, asOf);
  }
}

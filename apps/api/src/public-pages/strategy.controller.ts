import { Get, Param } from '@nestjs/common';
import { areaPage, goalPage, startPage, type AreaPageView, type GoalPageView, type StartPageView } from '@slusen/contracts';
import { Returns } from '../platform/returns.js';
import { AreaPageQuery } from './area-page.query.js';
import { GoalPageQuery } from './goal-page.query.js';
import { pathName } from '../platform/path-name.js';
import { PublicController } from '../platform/public-answer.js';
import { StartPageQuery } from './start-page.query.js';

@PublicController('api')
export class StrategyController {
  constructor(
    private readonly start: StartPageQuery,
    private readonly area: AreaPageQuery,
    private readonly goal: GoalPageQuery,
  ) {}

  @Get('start')
  @Returns(startPage)
  startPage(): Promise<StartPageView> {
    return this.start.run();
  }

  @Get('areas/:slug')
  @Returns(areaPage)
  areaPage(@Param('slug', { schema: pathName }) slug: string): Promise<AreaPageView> {
    return this.area.run(slug);
  }

  @Get('goals/:slug')
  @Returns(goalPage)
  goalPage(@Param('slug', { schema: pathName }) slug: string): Promise<GoalPageView> {
    return this.goal.run(slug);
  }
}

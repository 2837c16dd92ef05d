import { Get, Param, Query } from '@nestjs/common';
import {
  indicatorList,
  indicatorPage,
  indicatorSearch,
  type IndicatorList,
  type IndicatorPageView,
  type IndicatorSearchQuery,
} from '@slusen/contracts';
import { Returns } from '../platform/returns.js';
import { IndicatorListQuery } from './indicator-list.query.js';
import { IndicatorPageQuery } from './indicator-page.query.js';
import { pathName } from '../platform/path-name.js';
import { PublicController } from '../platform/public-answer.js';

@PublicController('api/indicators')
export class IndicatorsController {
  constructor(
    private readonly list: IndicatorListQuery,
    private readonly page: IndicatorPageQuery,
  ) {}

  @Get()
  @Returns(indicatorList)
  search(@Query({ schema: indicatorSearch }) query: IndicatorSearchQuery): Promise<IndicatorList> {
    return this.list.run(query);
  }

  @Get(':slug')
  @Returns(indicatorPage)
  one(@Param('slug', { schema: pathName }) slug: string): Promise<IndicatorPageView> {
    return this.page.run(slug);
  }
}

import { Get, Param, Query } from '@nestjs/common';
import {
  indicatorList,
  indicatorPage,
  indicatorSearch,
  type IndicatorList,
  type IndicatorPageView,
  type IndicatorSearch,
} from '@slusen/contracts';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
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
  search(@Query({ schema: indicatorSearch }) query: IndicatorSearch, @Known() asOf: AsOf): Promise<IndicatorList> {
    return this.list.run(query, asOf);
  }

  @Get(':slug')
  @Returns(indicatorPage)
  one(@Param('slug', { schema: pathName }) slug: string, @Known() asOf: AsOf): Promise<IndicatorPageView> {
    return this.page.run(slug, asOf);
  }
}

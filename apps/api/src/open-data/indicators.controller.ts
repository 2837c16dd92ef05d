import { Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import {
  indicatorList,
  indicatorPage,
  indicatorSearch,
  seriesSelection,
  seriesView,
  type IndicatorList,
  type IndicatorPageView,
  type IndicatorSearchQuery,
  type SeriesSelection,
  type SeriesView,
} from '@slusen/contracts';
import type { FastifyReply } from 'fastify';
import { Returns } from '../platform/returns.js';
import { IndicatorListQuery } from './indicator-list.query.js';
import { IndicatorPageQuery } from './indicator-page.query.js';
import { pathName } from './path-name.js';
import { PublicController } from './public-answer.js';
import { excelCsv, plainCsv } from './series-csv.js';
import { SeriesViewQuery } from './series-view.query.js';

const CSV = 'text/csv; charset=utf-8';

@PublicController('api/indicators')
export class IndicatorsController {
  constructor(
    private readonly list: IndicatorListQuery,
    private readonly page: IndicatorPageQuery,
    private readonly series: SeriesViewQuery,
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

  @Get(':slug/series')
  @Returns(seriesView)
  seriesOf(
    @Param('slug', { schema: pathName }) slug: string,
    @Query({ schema: seriesSelection }) selection: SeriesSelection,
  ): Promise<SeriesView> {
    return this.series.run(slug, selection);
  }

  @Get(':slug/series.csv')
  @Header('content-type', CSV)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async plain(
    @Param('slug', { schema: pathName }) slug: string,
    @Query({ schema: seriesSelection }) selection: SeriesSelection,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const table = await this.series.table(slug, selection);
    this.name(reply, `${this.series.fileName(slug, selection)}.csv`);
    return plainCsv(table);
  }

  @Get(':slug/series.excel.csv')
  @Header('content-type', CSV)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async excel(
    @Param('slug', { schema: pathName }) slug: string,
    @Query({ schema: seriesSelection }) selection: SeriesSelection,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const table = await this.series.table(slug, selection);
    this.name(reply, `${this.series.fileName(slug, selection)}.excel.csv`);
    return excelCsv(table);
  }

  private name(reply: FastifyReply, file: string): void {
    void reply.header('content-disposition', `attachment; filename="${file}"`);
  }
}

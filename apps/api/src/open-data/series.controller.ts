import { Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { seriesSelection, seriesView, type SeriesSelection, type SeriesView } from '@slusen/contracts';
import type { FastifyReply } from 'fastify';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { pathName } from '../platform/path-name.js';
import { PublicController } from '../platform/public-answer.js';
import { Returns } from '../platform/returns.js';
import { excelCsv, plainCsv } from './series-csv.js';
import { SeriesViewQuery } from './series-view.query.js';

const CSV = 'text/csv; charset=utf-8';

/** The figures of an indicator, as JSON and as files. */
@PublicController('api/indicators')
export class SeriesController {
  constructor(private readonly series: SeriesViewQuery) {}

  @Get(':slug/series')
  @Returns(seriesView)
  seriesOf(
    @Param('slug', { schema: pathName }) slug: string,
    @Query({ schema: seriesSelection }) selection: SeriesSelection,
    @Known() asOf: AsOf,
  ): Promise<SeriesView> {
    return this.series.run(slug, selection, asOf);
  }

  @Get(':slug/series.csv')
  @Header('content-type', CSV)
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async plain(
    @Param('slug', { schema: pathName }) slug: string,
    @Query({ schema: seriesSelection }) selection: SeriesSelection,
    @Known() asOf: AsOf,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const table = await this.series.table(slug, selection, asOf);
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
    @Known() asOf: AsOf,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const table = await this.series.table(slug, selection, asOf);
    this.name(reply, `${this.series.fileName(slug, selection)}.excel.csv`);
    return excelCsv(table);
  }

  private name(reply: FastifyReply, file: string): void {
    void reply.header('content-disposition', `attachment; filename="${file}"`);
  }
}

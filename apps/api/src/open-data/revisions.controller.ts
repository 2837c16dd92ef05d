import { Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import {
  revisionList,
  revisionQuery,
  seriesSelection,
  type RevisionList,
  type RevisionQuery,
  type SeriesSelection,
} from '@slusen/contracts';
import type { FastifyReply } from 'fastify';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { pathName } from '../platform/path-name.js';
import { PublicController } from '../platform/public-answer.js';
import { Returns } from '../platform/returns.js';
import { SeriesRevisionsQuery } from '../public-pages/series-revisions.query.js';
import { revisionsCsv } from './revisions-csv.js';

/** More revisions than any series has had. */
const ALL = { limit: 100_000, offset: 0 };

/** What has become of the figures of a series since they were first published, as JSON and as a file. */
@PublicController('api/indicators')
export class RevisionsController {
  constructor(private readonly revisions: SeriesRevisionsQuery) {}

  @Get(':slug/revisions')
  @Returns(revisionList)
  list(
    @Param('slug', { schema: pathName }) slug: string,
    @Query({ schema: revisionQuery }) query: RevisionQuery,
    @Known() asOf: AsOf,
  ): Promise<RevisionList> {
    return this.revisions.run(slug, query, asOf);
  }

  @Get(':slug/revisions.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async file(
    @Param('slug', { schema: pathName }) slug: string,
    @Query({ schema: seriesSelection }) selection: SeriesSelection,
    @Known() asOf: AsOf,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const list = await this.revisions.run(slug, { ...selection, ...ALL }, asOf);
    void reply.header('content-disposition', `attachment; filename="${slug}-historik.csv"`);
    return revisionsCsv(list);
  }
}

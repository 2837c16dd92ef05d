import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import {
  auditList,
  auditPageQuery,
  auditSearch,
  dataHealth,
  type AuditList,
  type AuditPageQuery,
  type AuditSearch,
  type DataHealth,
} from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Returns } from '../platform/returns.js';
import { auditCsv } from './audit-csv.js';
import { AuditQuery } from './audit.query.js';
import { DataHealthQuery } from './data-health.query.js';

/** What administrators watch over: the trail, and how the data are. */
@Controller('api/admin')
export class OversightController {
  constructor(
    private readonly audit: AuditQuery,
    private readonly health: DataHealthQuery,
  ) {}

  @Get('audit')
  @Returns(auditList)
  events(
    @ActingNow() { account }: Acting,
    @Query({ schema: auditPageQuery }) { limit, before, ...search }: AuditPageQuery,
  ): Promise<AuditList> {
    return this.audit.page(account, search, { limit, before });
  }

  @Get('audit.csv')
  @Header('content-disposition', 'attachment; filename="handelser.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  file(@ActingNow() { account }: Acting, @Query({ schema: auditSearch }) search: AuditSearch): StreamableFile {
    return new StreamableFile(auditCsv(this.audit.all(account, search)), { type: 'text/csv; charset=utf-8' });
  }

  @Get('data-health')
  @Returns(dataHealth)
  data(@ActingNow() acting: Acting): Promise<DataHealth> {
    return this.health.run(acting);
  }
}

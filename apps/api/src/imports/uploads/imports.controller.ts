import { Body, Controller, Get, Header, Param, Post, Put, Query, Req } from '@nestjs/common';
import {
  importChoices,
  importFileQuery,
  importList,
  importRowList,
  importRowQuery,
  importSource,
  importSourceList,
  importStep,
  importView,
  type ImportChoices,
  type ImportFileQuery,
  type ImportList,
  type ImportRowList,
  type ImportRowQuery,
  type ImportSource,
  type ImportSourceList,
  type ImportStep,
  type ImportView,
} from '@slusen/contracts';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import { DomainError } from '@slusen/domain';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { ActingNow, type Acting } from '../../identity/acting.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../../platform/preconditions.js';
import { RAW_FILE, rawBody } from '../../platform/raw-body.js';
import { Returns, ReturnsVersion } from '../../platform/returns.js';
import { ImportSources } from './import-sources.js';
import { PreviewQuery } from './preview.query.js';
import { SendUpload } from './send-upload.js';
import { UploadDesk } from './upload-desk.js';
import { UploadViews } from './upload-views.js';

const id = z.uuid();
const inLanguage = z.strictObject({ language: z.enum(['sv', 'en']).default('sv') });

/** Files of figures: sent, looked at, checked, and then published or not. */
@Controller('api/imports')
export class ImportsController {
  constructor(
    private readonly desk: UploadDesk,
    private readonly sending: SendUpload,
    private readonly views: UploadViews,
    private readonly preview: PreviewQuery,
  ) {}

  @Get()
  @Returns(importList)
  list(@ActingNow() acting: Acting): Promise<ImportList> {
    return this.views.list(acting);
  }

  @Post()
  @ApiConsumes(RAW_FILE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ReturnsVersion(importView, 201)
  send(
    @ActingNow() acting: Acting,
    @Query({ schema: importFileQuery }) { file }: ImportFileQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportView> {
    const content = rawBody(request);
    if (!content) throw new DomainError('import.empty-file');
    return this.sending.send(acting, file, content);
  }

  @Get(':id')
  @ReturnsVersion(importView)
  one(@ActingNow() acting: Acting, @Param('id', { schema: id }) upload: string): Promise<ImportView> {
    return this.views.one(acting, upload);
  }

  @Put(':id/choices')
  @ReturnsVersion(importView)
  choose(
    @ActingNow() acting: Acting,
    @Param('id', { schema: id }) upload: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: importChoices }) choices: ImportChoices,
  ): Promise<ImportView> {
    return this.desk.choose(acting, { id: upload, version, key }, choices);
  }

  @Post(':id/steps')
  @ReturnsVersion(importView, 201)
  step(
    @ActingNow() acting: Acting,
    @Param('id', { schema: id }) upload: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: importStep }) step: ImportStep,
  ): Promise<ImportView> {
    return this.desk.step(acting, { id: upload, version, key }, step);
  }

  @Get(':id/rows')
  @Returns(importRowList)
  async rows(
    @ActingNow() { account }: Acting,
    @Param('id', { schema: id }) upload: string,
    @Query({ schema: importRowQuery }) query: ImportRowQuery,
  ): Promise<ImportRowList> {
    await this.views.seen(account, upload);
    return this.preview.page(upload, query);
  }

  /** What is to be mended, as a list that a spreadsheet opens. */
  @Get(':id/refused.csv')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="refused.csv"')
  async refused(
    @ActingNow() { account }: Acting,
    @Param('id', { schema: id }) upload: string,
    @Query({ schema: inLanguage }) { language }: z.output<typeof inLanguage>,
  ): Promise<string> {
    return this.preview.refusedCsv(await this.views.seen(account, upload), language);
  }
}

/** Who figures come from. */
@Controller('api/import-sources')
export class ImportSourcesController {
  constructor(private readonly sources: ImportSources) {}

  @Get()
  @Returns(importSourceList)
  list(@ActingNow() { account }: Acting): Promise<ImportSourceList> {
    return this.sources.list(account);
  }

  @Put()
  @Returns(importSource)
  mark(
    @ActingNow() { account }: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: importSource }) sent: ImportSource,
  ): Promise<ImportSource> {
    return this.sources.mark(account, key, sent);
  }
}

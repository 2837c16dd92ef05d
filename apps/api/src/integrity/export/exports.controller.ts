import { Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { madeExport, type MadeExport } from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../../identity/acting.js';
import { Returns } from '../../platform/returns.js';
import { ExportDownloads } from './export-downloads.js';

const GZIP = 'application/gzip';

/** Everything out as one file: it is made, and then downloaded by the browser itself. */
@Controller('api/admin/exports')
export class ExportsController {
  constructor(private readonly exports: ExportDownloads) {}

  @Post()
  @Returns(madeExport, 201)
  make(@ActingNow() acting: Acting): Promise<MadeExport> {
    return this.exports.make(acting);
  }

  @Get(':id')
  @ApiProduces(GZIP)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(@ActingNow() { account }: Acting, @Param('id', { schema: z.uuid() }) id: string): Promise<StreamableFile> {
    const { name, bytes, content } = await this.exports.open(account, id);
    return new StreamableFile(content, { type: GZIP, disposition: `attachment; filename="${name}"`, length: bytes });
  }
}

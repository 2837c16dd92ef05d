import { Get, Header, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { known, language } from '@slusen/contracts';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import type { AsOf } from '../platform/as-of.js';
import { Known } from '../platform/known.js';
import { PublicController } from '../platform/public-answer.js';
import { versionNumber } from '../public-pages/version-number.js';
import { StrategyPdfs } from './strategy-pdf.js';

const variant = z.strictObject({ version: versionNumber.optional(), lang: language.default('sv'), known });

/** The strategy as a PDF: the version in force, or by its number any that was adopted. */
@PublicController('strategi.pdf')
export class StrategyPdfController {
  constructor(private readonly pdfs: StrategyPdfs) {}

  @Get()
  @Header('content-type', 'application/pdf')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @Query({ schema: variant }) { version, lang }: z.output<typeof variant>,
    @Known() asOf: AsOf,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { file, pdf } = await this.pdfs.make({ version, language: lang }, asOf);
    void reply.header('content-disposition', `inline; filename="${file}"`);
    return pdf;
  }
}

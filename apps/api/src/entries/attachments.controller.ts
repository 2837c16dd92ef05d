import { Body, Controller, Get, Header, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { attachmentName, entryView, keptAttachment, type EntryView, type KeptAttachment } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { IfMatch } from '../platform/preconditions.js';
import { RAW_FILE, rawBody } from '../platform/raw-body.js';
import { ReturnsVersion } from '../platform/returns.js';
import { AttachFile } from './attach-file.js';
import { ReadEntry } from './read-entry.js';

const place = z.strictObject({ id: z.uuid(), attachment: z.uuid() });
type Place = z.output<typeof place>;
const nameQuery = z.strictObject({ name: attachmentName });
/** Saved and never shown in our name: what it holds does nothing here. */
const FILE_POLICY = "default-src 'none'; sandbox";

/** The files that entries rest on. */
@Controller('api/entries/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly attachFile: AttachFile,
    private readonly readEntry: ReadEntry,
  ) {}

  @Put(':attachment')
  @ApiConsumes(RAW_FILE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ReturnsVersion(entryView)
  add(
    @ActingNow() acting: Acting,
    @Param({ schema: place }) { id, attachment }: Place,
    @IfMatch() version: number,
    @Query({ schema: nameQuery }) { name }: z.output<typeof nameQuery>,
    @Req() request: FastifyRequest,
  ): Promise<EntryView> {
    const content = rawBody(request);
    if (!content) throw new DomainError('attachment.unknown-kind', { found: '' });
    return this.attachFile.add(acting, { id, version }, { id: attachment, name, content });
  }

  @Put(':attachment/kept')
  @ReturnsVersion(entryView)
  keep(
    @ActingNow() acting: Acting,
    @Param({ schema: place }) { id, attachment }: Place,
    @IfMatch() version: number,
    @Body({ schema: keptAttachment }) { kept }: KeptAttachment,
  ): Promise<EntryView> {
    return this.attachFile.keep(acting, { id, version }, { id: attachment, kept });
  }

  @Get(':attachment')
  @Header('content-security-policy', FILE_POLICY)
  async read(
    @ActingNow() acting: Acting,
    @Param({ schema: place }) { id, attachment }: Place,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { type, name, content } = await this.readEntry.attachment(acting, id, attachment);
    // Older readers take the plain name, all others that with the letters it has.
    const plain = name.replace(/[^\w.-]/g, '_');
    const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
    void reply.type(type).header('content-disposition', disposition);
    return content;
  }
}

/** As RFC 8187 has it: what `encodeURIComponent` leaves as it is and a header may not hold is encoded too. */
const encoded = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

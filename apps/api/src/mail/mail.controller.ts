import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { mailList, mailText, pageQuery, type MailList, type MailText } from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Returns } from '../platform/returns.js';
import { MailDesk } from './mail-desk.js';

/** Outgoing mail. */
@Controller('api/admin/mails')
export class MailController {
  constructor(private readonly desk: MailDesk) {}

  @Get()
  @Returns(mailList)
  list(@ActingNow() acting: Acting, @Query({ schema: pageQuery }) page: z.output<typeof pageQuery>): Promise<MailList> {
    return this.desk.list(acting, page);
  }

  /** Not a reading: it is told in the audit trail. */
  @Post(':id/openings')
  @HttpCode(200)
  @Returns(mailText)
  open(@ActingNow() acting: Acting, @Param('id', { schema: z.uuid() }) id: string): Promise<MailText> {
    return this.desk.open(acting, id);
  }
}

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { date, handOver, handOverPreview, person, type HandOver as Sent, type HandOverPreview, type Person } from '@slusen/contracts';
import * as z from 'zod';
import type { SignedIn } from '../identity/account.js';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Caller } from '../identity/session.guard.js';
import { PersonQuery } from '../people/person.query.js';
import { IfMatch } from '../platform/preconditions.js';
import { Returns, ReturnsVersion } from '../platform/returns.js';
import { HandOver } from './hand-over.js';
import { HandOverPreviewQuery } from './hand-over-preview.query.js';

const accountId = z.uuid();
const dayQuery = z.strictObject({ from: date });

/** What somebody who leaves answers for becomes another's. */
@Controller('api/admin/people/:id/hand-over')
export class HandOverController {
  constructor(
    private readonly handOver: HandOver,
    private readonly previews: HandOverPreviewQuery,
    private readonly people: PersonQuery,
  ) {}

  @Get()
  @Returns(handOverPreview)
  preview(
    @Caller() by: SignedIn,
    @ActingNow() acting: Acting,
    @Param('id', { schema: accountId }) id: string,
    @Query({ schema: dayQuery }) { from }: z.output<typeof dayQuery>,
  ): Promise<HandOverPreview> {
    return this.previews.of(by, acting, { id, from });
  }

  /** Sent twice, the second one finds another version of the person. */
  @Post()
  @ReturnsVersion(person, 201)
  async carryOut(
    @Caller() by: SignedIn,
    @ActingNow() acting: Acting,
    @Param('id', { schema: accountId }) id: string,
    @IfMatch() version: number,
    @Body({ schema: handOver }) sent: Sent,
  ): Promise<Person> {
    await this.handOver.carryOut(by, acting, { read: { id, version }, sent });
    return this.people.read(by, id);
  }
}

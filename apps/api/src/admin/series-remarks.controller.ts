import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import {
  breakDecision,
  breaksInForce,
  period,
  pointNotesInForce,
  pointNoting,
  type BreakDecision,
  type BreaksInForce,
  type PointNotesInForce,
  type PointNoting,
} from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { pathName } from '../platform/path-name.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { Returns } from '../platform/returns.js';
import { BreakDesk } from './break-desk.js';
import { PointNoteDesk } from './point-note-desk.js';

const place = z.strictObject({ slug: pathName, period });
type Place = z.output<typeof place>;

/** What is said of series beside their figures: where they break, and notes on single values. */
@Controller('api/admin/indicators/:slug')
export class SeriesRemarksController {
  constructor(
    private readonly breaks: BreakDesk,
    private readonly notes: PointNoteDesk,
    private readonly permissions: Permissions,
  ) {}

  @Get('breaks')
  @Returns(breaksInForce)
  readBreaks(@ActingNow() { account }: Acting, @Param('slug', { schema: pathName }) slug: string): Promise<BreaksInForce> {
    this.permissions.require(account, 'series.break');
    return this.breaks.read(slug);
  }

  @Put('breaks/:period')
  @Returns(breaksInForce)
  decideBreak(
    @ActingNow() { account }: Acting,
    @Param({ schema: place }) { slug, period: firstPeriod }: Place,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: breakDecision }) sent: BreakDecision,
  ): Promise<BreaksInForce> {
    return this.breaks.decide(account, { slug, firstPeriod, revision, key }, sent);
  }

  @Get('notes')
  @Returns(pointNotesInForce)
  readNotes(@ActingNow() { account }: Acting, @Param('slug', { schema: pathName }) slug: string): Promise<PointNotesInForce> {
    this.permissions.require(account, 'point.annotate');
    return this.notes.read(slug);
  }

  @Put('notes/:period')
  @Returns(pointNotesInForce)
  annotate(
    @ActingNow() { account }: Acting,
    @Param({ schema: place }) { slug, period: of }: Place,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: pointNoting }) sent: PointNoting,
  ): Promise<PointNotesInForce> {
    return this.notes.annotate(account, { slug, period: of, revision, key }, sent);
  }
}

import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import {
  breakDecision,
  breakInForce,
  breaksInForce,
  period,
  pointNoteInForce,
  pointNotesInForce,
  pointNoting,
  type BreakDecision,
  type BreakInForce,
  type BreaksInForce,
  type PointNoteInForce,
  type PointNotesInForce,
  type PointNoting,
} from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { pathName } from '../platform/path-name.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { Returns, ReturnsVersion } from '../platform/returns.js';
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

  @Get('breaks/:period')
  @ReturnsVersion(breakInForce)
  readBreak(@ActingNow() { account }: Acting, @Param({ schema: place }) { slug, period: of }: Place): Promise<BreakInForce> {
    this.permissions.require(account, 'series.break');
    return this.breaks.one(slug, of);
  }

  @Put('breaks/:period')
  @ReturnsVersion(breakInForce)
  decideBreak(
    @ActingNow() { account }: Acting,
    @Param({ schema: place }) { slug, period: firstPeriod }: Place,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: breakDecision }) sent: BreakDecision,
  ): Promise<BreakInForce> {
    return this.breaks.decide(account, { slug, firstPeriod, revision, key }, sent);
  }

  @Get('notes')
  @Returns(pointNotesInForce)
  readNotes(@ActingNow() { account }: Acting, @Param('slug', { schema: pathName }) slug: string): Promise<PointNotesInForce> {
    this.permissions.require(account, 'point.annotate');
    return this.notes.read(slug);
  }

  @Get('notes/:period')
  @ReturnsVersion(pointNoteInForce)
  readNote(@ActingNow() { account }: Acting, @Param({ schema: place }) { slug, period: of }: Place): Promise<PointNoteInForce> {
    this.permissions.require(account, 'point.annotate');
    return this.notes.one(slug, of);
  }

  @Put('notes/:period')
  @ReturnsVersion(pointNoteInForce)
  annotate(
    @ActingNow() { account }: Acting,
    @Param({ schema: place }) { slug, period: of }: Place,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: pointNoting }) sent: PointNoting,
  ): Promise<PointNoteInForce> {
    return this.notes.annotate(account, { slug, period: of, revision, key }, sent);
  }
}

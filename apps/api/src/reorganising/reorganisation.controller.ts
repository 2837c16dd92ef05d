import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  newReorganisation,
  reorganisationList,
  reorganisationPreview,
  type NewReorganisation,
  type ReorganisationList,
  type ReorganisationPreview,
} from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { pathName } from '../platform/path-name.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { Returns, ReturnsVersion } from '../platform/returns.js';
import { ReorganisationDesk } from './reorganisation-desk.js';
import { ReorganisationQuery } from './reorganisation.query.js';
import { WithdrawReorganisation } from './withdraw-reorganisation.js';

/** Actors that are renamed, merged, split and closed. */
@Controller('api/admin')
export class ReorganisationController {
  constructor(
    private readonly desk: ReorganisationDesk,
    private readonly query: ReorganisationQuery,
    private readonly withdrawing: WithdrawReorganisation,
    private readonly permissions: Permissions,
  ) {}

  @Get('reorganisations')
  @Returns(reorganisationList)
  list(@ActingNow() { account }: Acting): Promise<ReorganisationList> {
    this.permissions.require(account, 'organisation.reorganise');
    return this.query.list();
  }

  @Get('actors/:slug/reorganisation')
  @ReturnsVersion(reorganisationPreview)
  preview(@ActingNow() { account, asOf }: Acting, @Param('slug', { schema: pathName }) slug: string): Promise<ReorganisationPreview> {
    this.permissions.require(account, 'organisation.reorganise');
    return this.query.preview(slug, asOf.today);
  }

  @Post('actors/:slug/reorganisation')
  @ReturnsVersion(reorganisationPreview, 201)
  carryOut(
    @ActingNow() acting: Acting,
    @Param('slug', { schema: pathName }) slug: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: newReorganisation }) sent: NewReorganisation,
  ): Promise<ReorganisationPreview> {
    this.permissions.require(acting.account, 'organisation.reorganise');
    return this.desk.carryOut(acting, { slug, revision, key }, sent);
  }

  @Post('actors/:slug/reorganisation/plans')
  @ReturnsVersion(reorganisationPreview, 201)
  plan(
    @ActingNow() acting: Acting,
    @Param('slug', { schema: pathName }) slug: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: newReorganisation }) sent: NewReorganisation,
  ): Promise<ReorganisationPreview> {
    this.permissions.require(acting.account, 'organisation.reorganise');
    return this.desk.plan(acting, { slug, revision, key }, sent);
  }

  @Delete('planned-reorganisations/:id')
  @HttpCode(204)
  withdraw(
    @ActingNow() { account }: Acting,
    @Param('id', { schema: z.coerce.number().pipe(z.int().min(1).max(2_147_483_647)) }) id: number,
  ): Promise<void> {
    this.permissions.require(account, 'organisation.reorganise');
    return this.withdrawing.withdraw(account, id);
  }
}

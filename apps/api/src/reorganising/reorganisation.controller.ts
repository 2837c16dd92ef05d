import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  newReorganisation,
  reorganisationList,
  reorganisationPreview,
  type NewReorganisation,
  type ReorganisationList,
  type ReorganisationPreview,
} from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { pathName } from '../platform/path-name.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { Returns, ReturnsVersion } from '../platform/returns.js';
import { ReorganisationDesk } from './reorganisation-desk.js';

/** Actors that are renamed, merged, split and closed. */
@Controller('api/admin')
export class ReorganisationController {
  constructor(
    private readonly desk: ReorganisationDesk,
    private readonly permissions: Permissions,
  ) {}

  @Get('reorganisations')
  @Returns(reorganisationList)
  list(@ActingNow() { account }: Acting): Promise<ReorganisationList> {
    this.permissions.require(account, 'organisation.reorganise');
    return this.desk.list();
  }

  @Get('actors/:slug/reorganisation')
  @ReturnsVersion(reorganisationPreview)
  preview(@ActingNow() { account, asOf }: Acting, @Param('slug', { schema: pathName }) slug: string): Promise<ReorganisationPreview> {
    this.permissions.require(account, 'organisation.reorganise');
    return this.desk.preview(slug, asOf.today);
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
}

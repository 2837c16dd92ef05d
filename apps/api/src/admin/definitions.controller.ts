import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  definitionInForce,
  definitionRevision,
  newIndicator,
  type DefinitionInForce,
  type DefinitionRevision,
  type NewIndicator,
} from '@slusen/contracts';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { pathName } from '../platform/path-name.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { ReturnsVersion } from '../platform/returns.js';
import { DefinitionDesk } from './definition-desk.js';
import { FirstPlace } from './first-place.js';

/** Definitions of indicators, as they are made and revised. */
@Controller('api/admin/indicators')
export class DefinitionsController {
  constructor(
    private readonly desk: DefinitionDesk,
    private readonly permissions: Permissions,
    private readonly firstPlace: FirstPlace,
  ) {}

  @Post()
  @ReturnsVersion(definitionInForce, 201)
  async add(
    @ActingNow() { account }: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: newIndicator }) sent: NewIndicator,
  ): Promise<DefinitionInForce> {
    this.permissions.require(account, 'indicator.add');
    await this.firstPlace.settle(account);
    return this.desk.add(account, key, sent);
  }

  @Get(':slug/definition')
  @ReturnsVersion(definitionInForce)
  read(@ActingNow() { account }: Acting, @Param('slug', { schema: pathName }) slug: string): Promise<DefinitionInForce> {
    this.permissions.require(account, 'definition.revise');
    return this.desk.read(slug);
  }

  @Put(':slug/definition')
  @ReturnsVersion(definitionInForce)
  revise(
    @ActingNow() { account }: Acting,
    @Param('slug', { schema: pathName }) slug: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: definitionRevision }) sent: DefinitionRevision,
  ): Promise<DefinitionInForce> {
    return this.desk.revise(account, { slug, revision, key }, sent);
  }
}

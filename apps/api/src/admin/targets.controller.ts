import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { targetDecision, targetInForce, type TargetDecision, type TargetInForce } from '@slusen/contracts';
import * as z from 'zod';
import { ActingNow, type Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { pathName } from '../platform/path-name.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { ReturnsVersion } from '../platform/returns.js';
import { TargetDesk, type TargetPlace } from './target-desk.js';

const place = z.strictObject({ goal: pathName, indicator: pathName });

/** Targets of the strategy in force, as they are decided. */
@Controller('api/admin/goals')
export class TargetsController {
  constructor(
    private readonly desk: TargetDesk,
    private readonly permissions: Permissions,
  ) {}

  @Get(':goal/targets/:indicator')
  @ReturnsVersion(targetInForce)
  read(@ActingNow() { account, asOf }: Acting, @Param({ schema: place }) target: TargetPlace): Promise<TargetInForce> {
    this.permissions.require(account, 'target.decide');
    return this.desk.read(target, asOf);
  }

  @Put(':goal/targets/:indicator')
  @ReturnsVersion(targetInForce)
  decide(
    @ActingNow() acting: Acting,
    @Param({ schema: place }) target: TargetPlace,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: targetDecision }) sent: TargetDecision,
  ): Promise<TargetInForce> {
    return this.desk.decide(acting, { ...target, revision, key }, sent);
  }
}

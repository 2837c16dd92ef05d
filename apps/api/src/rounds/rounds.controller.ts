import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  roundChange,
  roundList,
  roundPeriod,
  roundRuleCadence,
  roundRuleSent,
  roundRuleView,
  roundSent,
  roundView,
  type RoundChange,
  type RoundList,
  type RoundRuleSent,
  type RoundRuleView,
  type RoundSent,
  type RoundView,
} from '@slusen/contracts';
import type { PeriodCadence } from '@slusen/domain';
import { ActingNow, type Acting } from '../identity/acting.js';
import { IdempotencyKey, IfMatch, type RequestKey } from '../platform/preconditions.js';
import { Returns, ReturnsVersion } from '../platform/returns.js';
import { RoundDesk } from './round-desk.js';

/** Follow-up rounds: when figures are asked for together. */
@Controller('api/rounds')
export class RoundsController {
  constructor(private readonly desk: RoundDesk) {}

  @Get()
  @Returns(roundList)
  list(@ActingNow() acting: Acting): Promise<RoundList> {
    return this.desk.list(acting);
  }

  @Get(':period')
  @ReturnsVersion(roundView)
  one(@ActingNow() acting: Acting, @Param('period', { schema: roundPeriod }) period: string): Promise<RoundView> {
    return this.desk.one(acting, period);
  }

  @Post()
  @ReturnsVersion(roundView, 201)
  open(@ActingNow() acting: Acting, @IdempotencyKey() key: RequestKey, @Body({ schema: roundSent }) sent: RoundSent): Promise<RoundView> {
    return this.desk.open(acting, key, sent);
  }

  @Put(':period')
  @ReturnsVersion(roundView)
  change(
    @ActingNow() acting: Acting,
    @Param('period', { schema: roundPeriod }) period: string,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: roundChange }) sent: RoundChange,
  ): Promise<RoundView> {
    return this.desk.change(acting, { of: period, revision, key }, sent);
  }
}

/** By what rounds come back, for each cadence. */
@Controller('api/round-rules')
export class RoundRulesController {
  constructor(private readonly desk: RoundDesk) {}

  @Get(':cadence')
  @ReturnsVersion(roundRuleView)
  one(@ActingNow() acting: Acting, @Param('cadence', { schema: roundRuleCadence }) cadence: PeriodCadence): Promise<RoundRuleView> {
    return this.desk.rule(acting, cadence);
  }

  @Put(':cadence')
  @ReturnsVersion(roundRuleView)
  change(
    @ActingNow() acting: Acting,
    @Param('cadence', { schema: roundRuleCadence }) cadence: PeriodCadence,
    @IfMatch() revision: number,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: roundRuleSent }) sent: RoundRuleSent,
  ): Promise<RoundRuleView> {
    return this.desk.changeRule(acting, { of: cadence, revision, key }, sent);
  }
}

import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  strategyFileOutcome,
  strategyFileSent,
  strategyTemplate,
  templateDecision,
  type StrategyFileOutcome,
  type StrategyFileSent,
  type StrategyTemplate,
  type TemplateDecision,
} from '@slusen/contracts';
import { ActingNow, type Acting } from '../../identity/acting.js';
import { IdempotencyKey, type RequestKey } from '../../platform/preconditions.js';
import { Returns } from '../../platform/returns.js';
import { StrategyStart } from './strategy-start.js';

/** A strategy that is begun on a page, as `strategy:import` reads one in. */
@Controller('api/admin')
export class StrategyStartController {
  constructor(private readonly start: StrategyStart) {}

  @Post('strategy-file')
  @HttpCode(200)
  @Returns(strategyFileOutcome)
  readFile(
    @ActingNow() { account }: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: strategyFileSent }) { file }: StrategyFileSent,
  ): Promise<StrategyFileOutcome> {
    return this.start.fromFile(account, key, file);
  }

  @Get('strategy-template')
  @Returns(strategyTemplate)
  template(@ActingNow() { account }: Acting): StrategyTemplate {
    return this.start.template(account);
  }

  @Post('strategy-template')
  @HttpCode(200)
  @Returns(strategyFileOutcome)
  readTemplate(
    @ActingNow() { account }: Acting,
    @IdempotencyKey() key: RequestKey,
    @Body({ schema: templateDecision }) decision: TemplateDecision,
  ): Promise<StrategyFileOutcome> {
    return this.start.fromTemplate(account, key, decision);
  }
}

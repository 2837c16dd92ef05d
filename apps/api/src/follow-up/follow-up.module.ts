import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { RoundMemoryModule } from '../rounds/round-memory.module.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { FollowUpQuery } from './follow-up.query.js';
import { GoalDefinitionsQuery } from './goal-definitions.query.js';
import { IndicatorMemory } from './indicator-memory.js';
import { OverviewController } from './overview.controller.js';
import { OverviewQuery } from './overview.query.js';
import { StrategyMemory } from './strategy-memory.js';
import { TrendMemory } from './trend-memory.js';

const QUERIES = [FollowUpQuery, GoalDefinitionsQuery, IndicatorMemory, OverviewQuery, StrategyMemory];

@Module({
  imports: [IndicatorsModule, RoundMemoryModule, StrategyModule, TargetsModule],
  controllers: [OverviewController],
  providers: [...QUERIES, TrendMemory],
  exports: QUERIES,
})
export class FollowUpModule {}

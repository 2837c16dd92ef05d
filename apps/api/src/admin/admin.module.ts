import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { Amending } from './amending.js';
import { DefinitionDesk } from './definition-desk.js';
import { DefinitionsController } from './definitions.controller.js';
import { TargetDesk } from './target-desk.js';
import { TargetsController } from './targets.controller.js';

@Module({
  imports: [IndicatorsModule, StrategyModule, TargetsModule],
  controllers: [DefinitionsController, TargetsController],
  providers: [Amending, DefinitionDesk, TargetDesk],
  exports: [Amending],
})
export class AdminModule {}

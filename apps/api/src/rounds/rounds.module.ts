import { Module } from '@nestjs/common';
import { PlanRound } from './plan-round.js';
import { RoundDesk } from './round-desk.js';
import { RoundMemoryModule } from './round-memory.module.js';
import { RoundRulesController, RoundsController } from './rounds.controller.js';
import { SetRoundRule } from './set-round-rule.js';

@Module({
  imports: [RoundMemoryModule],
  controllers: [RoundRulesController, RoundsController],
  providers: [PlanRound, RoundDesk, SetRoundRule],
  exports: [RoundMemoryModule, SetRoundRule],
})
export class RoundsModule {}

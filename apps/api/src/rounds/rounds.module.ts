import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlanRound } from './plan-round.js';
import { RoundDesk } from './round-desk.js';
import { RoundMemory } from './round-memory.js';
import { RoundRevisionRow } from './round-revision.row.js';
import { RoundRow } from './round.row.js';
import { RoundRepository } from './round.repository.js';
import { RoundRuleRevisionRow } from './round-rule-revision.row.js';
import { RoundRulesController, RoundsController } from './rounds.controller.js';
import { SetRoundRule } from './set-round-rule.js';

@Module({
  imports: [TypeOrmModule.forFeature([RoundRevisionRow, RoundRow, RoundRuleRevisionRow])],
  controllers: [RoundRulesController, RoundsController],
  providers: [PlanRound, RoundDesk, RoundMemory, RoundRepository, SetRoundRule],
  exports: [RoundMemory, SetRoundRule],
})
export class RoundsModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RoundMemory } from './round-memory.js';
import { RoundRevisionRow } from './round-revision.row.js';
import { RoundRepository } from './round.repository.js';
import { RoundRow } from './round.row.js';
import { RoundRuleRevisionRow } from './round-rule-revision.row.js';

/** The rounds as they are planned, for whoever only reads them: public pages reach no more. */
@Module({
  imports: [TypeOrmModule.forFeature([RoundRevisionRow, RoundRow, RoundRuleRevisionRow])],
  providers: [RoundMemory, RoundRepository],
  exports: [RoundMemory, RoundRepository],
})
export class RoundMemoryModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AdoptVersion } from './adopt-version.js';
import { AreaRevisionRow } from './area-revision.row.js';
import { AreaRow } from './area.row.js';
import { GiveRole } from './give-role.js';
import { GoalRevisionRow } from './goal-revision.row.js';
import { GoalRepository } from './goal.repository.js';
import { GoalRow } from './goal.row.js';
import { ResponsibilityQuery } from './responsibility.query.js';
import { ResponsibilityRow } from './responsibility.row.js';
import { ReviseStrategy } from './revise-strategy.js';
import { RoleRepository } from './role.repository.js';
import { StrategyRevisionRow } from './strategy-revision.row.js';
import { StrategyVersionRevisionRow } from './strategy-version-revision.row.js';
import { StrategyVersionRow } from './strategy-version.row.js';
import { StrategyQuery } from './strategy.query.js';
import { StrategyRepository } from './strategy.repository.js';
import { StrategyRow } from './strategy.row.js';

const ROWS = [
  ...[StrategyRow, StrategyRevisionRow, StrategyVersionRow, StrategyVersionRevisionRow],
  ...[AreaRow, AreaRevisionRow, GoalRow, GoalRevisionRow, ResponsibilityRow],
];
const PROVIDERS = [
  AdoptVersion,
  GiveRole,
  GoalRepository,
  ResponsibilityQuery,
  ReviseStrategy,
  RoleRepository,
  StrategyQuery,
  StrategyRepository,
];

@Module({ imports: [TypeOrmModule.forFeature(ROWS), OrganisationModule], providers: PROVIDERS, exports: PROVIDERS })
export class StrategyModule {}

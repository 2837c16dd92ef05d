import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AdoptVersion } from './adopt-version.js';
import { GiveRole } from './give-role.js';
import { ResponsibilityQuery } from './responsibility.query.js';
import { ReviseStrategy } from './revise-strategy.js';
import { RoleRepository } from './role.repository.js';
import { StrategyQuery } from './strategy.query.js';
import { StrategyRepository } from './strategy.repository.js';

const PROVIDERS = [AdoptVersion, GiveRole, ResponsibilityQuery, ReviseStrategy, RoleRepository, StrategyQuery, StrategyRepository];

@Module({ imports: [OrganisationModule], providers: PROVIDERS, exports: PROVIDERS })
export class StrategyModule {}

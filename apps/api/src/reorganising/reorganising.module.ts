import { Module } from '@nestjs/common';
import { AdminModule } from '../admin/admin.module.js';
import { CooperationModule } from '../cooperation/cooperation.module.js';
import { DraftingModule } from '../drafting/drafting.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { AccountFollowers } from './account-followers.js';
import { ActorFollowers } from './actor-followers.js';
import { DraftFollowers } from './draft-followers.js';
import { Followers } from './followers.js';
import { IndicatorFollowers } from './indicator-followers.js';
import { ReorganisationController } from './reorganisation.controller.js';
import { ReorganisationDesk } from './reorganisation-desk.js';
import { Reorganise } from './reorganise.js';
import { RoleFollowers } from './role-followers.js';

@Module({
  imports: [AdminModule, CooperationModule, DraftingModule, IndicatorsModule, OrganisationModule, StrategyModule, TargetsModule],
  controllers: [ReorganisationController],
  providers: [
    AccountFollowers,
    ActorFollowers,
    DraftFollowers,
    Followers,
    IndicatorFollowers,
    ReorganisationDesk,
    Reorganise,
    RoleFollowers,
  ],
})
export class ReorganisingModule {}

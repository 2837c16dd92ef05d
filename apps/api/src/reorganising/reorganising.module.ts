import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdminModule } from '../admin/admin.module.js';
import { CooperationModule } from '../cooperation/cooperation.module.js';
import { DraftingModule } from '../drafting/drafting.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { AccountFollowers } from './account-followers.js';
import { ActorFollowers } from './actor-followers.js';
import { CarryOutPlanned } from './carry-out-planned.js';
import { DraftFollowers } from './draft-followers.js';
import { Followers } from './followers.js';
import { IndicatorFollowers } from './indicator-followers.js';
import { PlanReorganisation } from './plan-reorganisation.js';
import { PlannedReorganisationRepository } from './planned-reorganisation.repository.js';
import { PlannedReorganisationRow } from './planned-reorganisation.row.js';
import { ReorganisationController } from './reorganisation.controller.js';
import { ReorganisationDesk } from './reorganisation-desk.js';
import { ReorganisationQuery } from './reorganisation.query.js';
import { ReorganisationTrial } from './reorganisation-trial.js';
import { Reorganise } from './reorganise.js';
import { RoleFollowers } from './role-followers.js';
import { WithdrawReorganisation } from './withdraw-reorganisation.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([PlannedReorganisationRow]),
    AdminModule,
    CooperationModule,
    DraftingModule,
    IndicatorsModule,
    OrganisationModule,
    StrategyModule,
    TargetsModule,
  ],
  controllers: [ReorganisationController],
  providers: [
    AccountFollowers,
    ActorFollowers,
    CarryOutPlanned,
    DraftFollowers,
    Followers,
    IndicatorFollowers,
    PlanReorganisation,
    PlannedReorganisationRepository,
    ReorganisationDesk,
    ReorganisationQuery,
    ReorganisationTrial,
    Reorganise,
    RoleFollowers,
    WithdrawReorganisation,
  ],
  exports: [CarryOutPlanned],
})
export class ReorganisingModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../identity/identity.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RecordRow } from '../platform/record.row.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { ActionChanges } from './action-changes.js';
import { ActionChoicesQuery } from './action-choices.query.js';
import { ActionDesk } from './action-desk.js';
import { ActionDeskQuery } from './action-desk.query.js';
import { ActionPartnerRow } from './action-partner.row.js';
import { ActionReadingQuery } from './action-reading.query.js';
import { ActionRevisionRow } from './action-revision.row.js';
import { ActionViews } from './action-views.js';
import { ActionRepository } from './action.repository.js';
import { ActionRow } from './action.row.js';
import { ActionDeskController, ActionsController } from './actions.controller.js';
import { ActionsQuery } from './actions.query.js';
import { Answering } from './answering.js';
import { HandOverAction } from './hand-over-action.js';
import { NamedInAction } from './named-in-action.js';
import { PlanAction } from './plan-action.js';
import { ReviseAction } from './revise-action.js';
import { RoleMatrixQuery } from './role-matrix.query.js';
import { RolesController } from './roles.controller.js';

const WRITING = [ActionChanges, ActionDesk, ActionRepository, Answering, HandOverAction, NamedInAction, PlanAction, ReviseAction];
const READING = [ActionChoicesQuery, ActionDeskQuery, ActionReadingQuery, ActionsQuery, ActionViews, RoleMatrixQuery];

@Module({
  imports: [
    TypeOrmModule.forFeature([ActionPartnerRow, ActionRevisionRow, ActionRow, RecordRow]),
    ...[IdentityModule, IndicatorsModule, ObservationsModule, OrganisationModule, StrategyModule],
  ],
  controllers: [ActionDeskController, ActionsController, RolesController],
  providers: [...WRITING, ...READING],
  exports: [ActionRepository, ActionDesk, ActionsQuery, HandOverAction, PlanAction, RoleMatrixQuery],
})
export class CooperationModule {}

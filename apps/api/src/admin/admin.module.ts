import { Module } from '@nestjs/common';
import { FollowUpModule } from '../follow-up/follow-up.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { RoundMemoryModule } from '../rounds/round-memory.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ActorDeskController } from './actor-desk.controller.js';
import { ActorDesk } from './actor-desk.js';
import { BreakDesk } from './break-desk.js';
import { DefinitionDesk } from './definition-desk.js';
import { DefinitionsController } from './definitions.controller.js';
import { FirstPlace } from './first-place.js';
import { IndicatorRegisterController } from './indicator-register.controller.js';
import { IndicatorRegisterQuery } from './indicator-register.query.js';
import { PointNoteDesk } from './point-note-desk.js';
import { SeriesRemarksController } from './series-remarks.controller.js';
import { TargetDesk } from './target-desk.js';
import { TargetTrialQuery } from './target-trial.query.js';
import { TargetTrialsController } from './target-trials.controller.js';
import { TargetsController } from './targets.controller.js';

@Module({
  imports: [FollowUpModule, IndicatorsModule, OrganisationModule, RoundMemoryModule, SettingsModule, StrategyModule, TargetsModule],
  controllers: [
    ActorDeskController,
    DefinitionsController,
    IndicatorRegisterController,
    SeriesRemarksController,
    TargetTrialsController,
    TargetsController,
  ],
  providers: [ActorDesk, BreakDesk, DefinitionDesk, FirstPlace, IndicatorRegisterQuery, PointNoteDesk, TargetDesk, TargetTrialQuery],
  exports: [FirstPlace],
})
export class AdminModule {}

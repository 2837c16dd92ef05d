import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdminModule } from '../admin/admin.module.js';
import { ConnectorsModule } from '../connectors/connectors.module.js';
import { MailModule } from '../mail/mail.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { PublicPagesModule } from '../public-pages/public-pages.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { Adopters } from './adopters.js';
import { AdoptDraft } from './adopt-draft.js';
import { BeginDraft } from './begin-draft.js';
import { DraftComparisonQuery } from './draft-comparison.query.js';
import { DraftDesk } from './draft-desk.js';
import { DraftRepository } from './draft.repository.js';
import { DraftSoundness } from './draft-soundness.js';
import { DraftSurroundingsQuery } from './draft-surroundings.query.js';
import { DraftViewQuery } from './draft-view.query.js';
import { DraftingController } from './drafting.controller.js';
import { MeasurabilityQuery } from './measurability.query.js';
import { SaveDraftPart } from './save-draft-part.js';
import { StepDraft } from './step-draft.js';
import { StrategyDraftPartRow } from './strategy-draft-part.row.js';
import { StrategyDraftRow } from './strategy-draft.row.js';

@Module({
  imports: [
    AdminModule,
    ConnectorsModule,
    MailModule,
    OrganisationModule,
    PublicPagesModule,
    SettingsModule,
    StrategyModule,
    TypeOrmModule.forFeature([StrategyDraftRow, StrategyDraftPartRow]),
  ],
  controllers: [DraftingController],
  providers: [
    AdoptDraft,
    Adopters,
    BeginDraft,
    DraftComparisonQuery,
    DraftDesk,
    DraftRepository,
    DraftSoundness,
    DraftSurroundingsQuery,
    DraftViewQuery,
    MeasurabilityQuery,
    SaveDraftPart,
    StepDraft,
  ],
  exports: [DraftRepository],
})
export class DraftingModule {}

import { Module, StandardSchemaSerializerInterceptor, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import type { Config } from './config.js';
import { databaseModule } from './data-source.js';
import { AdminModule } from './admin/admin.module.js';
import { ConnectorsModule } from './connectors/connectors.module.js';
import { DisposalModule } from './disposal/disposal.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { DraftingModule } from './drafting/drafting.module.js';
import { CooperationModule } from './cooperation/cooperation.module.js';
import { EntriesModule } from './entries/entries.module.js';
import { FollowUpModule } from './follow-up/follow-up.module.js';
import { HandingOverModule } from './handing-over/handing-over.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { MailModule } from './mail/mail.module.js';
import { MaskingModule } from './masking/masking.module.js';
import { ObservationsModule } from './observations/observations.module.js';
import { OpenDataModule } from './open-data/open-data.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { UploadsModule } from './imports/uploads/uploads.module.js';
import { PublicPagesModule } from './public-pages/public-pages.module.js';
import { ExportModule } from './integrity/export/export.module.js';
import { HeadsModule } from './integrity/heads/heads.module.js';
import { NightlyModule } from './integrity/nightly/nightly.module.js';
import { OversightModule } from './oversight/oversight.module.js';
import { OrganisationModule } from './organisation/organisation.module.js';
import { ReorganisationRoundModule } from './reorganising/reorganisation-round.module.js';
import { ReorganisingModule } from './reorganising/reorganising.module.js';
import { RenderingModule } from './rendering/rendering.module.js';
import { InputPipe } from './platform/input-pipe.js';
import { PeopleModule } from './people/people.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProblemFilter } from './platform/problem.filter.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { RoundClockModule } from './rounds/round-clock.module.js';
import { RoundsModule } from './rounds/rounds.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { SetUpModule } from './set-up/set-up.module.js';
import { StrategyModule } from './strategy/strategy.module.js';
import { TargetsModule } from './targets/targets.module.js';

/** Folder by folder, in the order a figure travels. */
const FEATURES = [
  IdentityModule,
  OrganisationModule,
  JobsModule,
  MailModule,
  PeopleModule,
  StrategyModule,
  IndicatorsModule,
  TargetsModule,
  ObservationsModule,
  MaskingModule,
  CooperationModule,
  SettingsModule,
  SetUpModule,
  FollowUpModule,
  PublicPagesModule,
  OpenDataModule,
  DocumentsModule,
  RoundsModule,
  RoundClockModule,
  EntriesModule,
  RemindersModule,
  HandingOverModule,
  ImportsModule,
  UploadsModule,
  OversightModule,
  DisposalModule,
  AdminModule,
  ConnectorsModule,
  DraftingModule,
  ReorganisingModule,
  ReorganisationRoundModule,
  RenderingModule,
  ExportModule,
  HeadsModule,
  NightlyModule,
];

/** Everything that runs, put together once the settings are read and the database answers. */
@Module({})
export class AppModule {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot({ pinoHttp: { level: config.logLevel, autoLogging: false } }),
        databaseModule({ url: databaseUrl, isServing: true }),
        PlatformModule.with(config),
        ...FEATURES,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
      ],
    };
  }
}

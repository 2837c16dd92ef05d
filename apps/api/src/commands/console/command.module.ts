import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '../../config.js';
import { ConnectorsModule } from '../../connectors/connectors.module.js';
import { DocumentsModule } from '../../documents/documents.module.js';
import { databaseModule } from '../../data-source.js';
import { EntriesModule } from '../../entries/entries.module.js';
import { ImportsModule } from '../../imports/imports.module.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { IntegrityModule } from '../../integrity/integrity.module.js';
import { JobsModule } from '../../jobs/jobs.module.js';
import { MaskingModule } from '../../masking/masking.module.js';
import { OversightModule } from '../../oversight/oversight.module.js';
import { ObservationsModule } from '../../observations/observations.module.js';
import { SettingsModule } from '../../settings/settings.module.js';
import { ReorganisingModule } from '../../reorganising/reorganising.module.js';
import { PlatformModule } from '../../platform/platform.module.js';
import { AccountListQuery } from '../accounts/account-list.query.js';
import { RUN_NAME } from './interruption.js';

/** What commands use of the application: everything but its way over HTTP. */
@Module({})
export class CommandModule {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: CommandModule,
      imports: [
        databaseModule({ url: databaseUrl, poolSize: 4, applicationName: RUN_NAME }),
        PlatformModule.with(config),
        JobsModule,
        IdentityModule,
        ObservationsModule,
        MaskingModule,
        SettingsModule,
        DocumentsModule,
        EntriesModule,
        ImportsModule,
        OversightModule,
        ConnectorsModule,
        ReorganisingModule,
        IntegrityModule,
      ],
      providers: [AccountListQuery],
    };
  }
}

import { Module } from '@nestjs/common';
import { AdminModule } from '../admin/admin.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ExportStrategy } from './strategy-file/export-strategy.js';
import { ExportVersion } from './strategy-file/export-version.js';
import { FileGoals } from './strategy-file/file-goals.js';
import { FileIndicators } from './strategy-file/file-indicators.js';
import { FileOrganisation } from './strategy-file/file-organisation.js';
import { FileVersion } from './strategy-file/file-version.js';
import { ImportStrategy } from './strategy-file/import-strategy.js';

@Module({
  imports: [AdminModule, IndicatorsModule, OrganisationModule, StrategyModule, TargetsModule],
  providers: [ExportStrategy, ExportVersion, FileGoals, FileIndicators, FileOrganisation, FileVersion, ImportStrategy],
  exports: [ExportStrategy, ImportStrategy],
})
export class ConnectorsModule {}

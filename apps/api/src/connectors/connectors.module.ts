import { Module } from '@nestjs/common';
import { AdminModule } from '../admin/admin.module.js';
import { CooperationModule } from '../cooperation/cooperation.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { StrategyModule } from '../strategy/strategy.module.js';
import { TargetsModule } from '../targets/targets.module.js';
import { ExportStrategy } from './strategy-file/export-strategy.js';
import { ExportVersion } from './strategy-file/export-version.js';
import { FileActions } from './strategy-file/file-actions.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StrategyStart } from './strategy-file/strategy-start.js';
import { StrategyStartController } from './strategy-file/strategy-start.controller.js';
import { FileGoals } from './strategy-file/file-goals.js';
import { FileIndicators } from './strategy-file/file-indicators.js';
import { FileOrganisation } from './strategy-file/file-organisation.js';
import { FileVersion } from './strategy-file/file-version.js';
import { ImportStrategy } from './strategy-file/import-strategy.js';

@Module({
  imports: [AdminModule, CooperationModule, IndicatorsModule, OrganisationModule, SettingsModule, StrategyModule, TargetsModule],
  controllers: [StrategyStartController],
  providers: [
    ExportStrategy,
    ExportVersion,
    FileActions,
    FileGoals,
    FileIndicators,
    FileOrganisation,
    FileVersion,
    ImportStrategy,
    StrategyStart,
  ],
  exports: [ExportStrategy, ExportVersion, FileVersion, ImportStrategy],
})
export class ConnectorsModule {}

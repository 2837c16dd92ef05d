import { Module } from '@nestjs/common';
import { EntriesModule } from '../entries/entries.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { AuditQuery } from './audit.query.js';
import { DataHealthQuery } from './data-health.query.js';
import { FirstFigureController } from './first-figure.controller.js';
import { FirstFigureQuery } from './first-figure.query.js';
import { FirstValueQuery } from './first-value.query.js';
import { ImportRunsController } from './import-runs.controller.js';
import { ImportRunsQuery } from './import-runs.query.js';
import { OversightController } from './oversight.controller.js';

/** What administrators watch over. */
@Module({
  imports: [EntriesModule, IndicatorsModule, SettingsModule],
  controllers: [FirstFigureController, ImportRunsController, OversightController],
  providers: [AuditQuery, DataHealthQuery, FirstFigureQuery, FirstValueQuery, ImportRunsQuery],
  exports: [AuditQuery],
})
export class OversightModule {}

import { Module } from '@nestjs/common';
import { EntriesModule } from '../entries/entries.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { AuditQuery } from './audit.query.js';
import { DataHealthQuery } from './data-health.query.js';
import { ImportRunsController } from './import-runs.controller.js';
import { ImportRunsQuery } from './import-runs.query.js';
import { OversightController } from './oversight.controller.js';

/** What administrators watch over. */
@Module({
  imports: [EntriesModule, IndicatorsModule],
  controllers: [ImportRunsController, OversightController],
  providers: [AuditQuery, DataHealthQuery, ImportRunsQuery],
  exports: [AuditQuery],
})
export class OversightModule {}

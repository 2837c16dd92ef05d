import { Module } from '@nestjs/common';
import { EntriesModule } from '../entries/entries.module.js';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { AuditQuery } from './audit.query.js';
import { DataHealthQuery } from './data-health.query.js';
import { OversightController } from './oversight.controller.js';

/** What administrators watch over. */
@Module({
  imports: [EntriesModule, IndicatorsModule],
  controllers: [OversightController],
  providers: [AuditQuery, DataHealthQuery],
  exports: [AuditQuery],
})
export class OversightModule {}

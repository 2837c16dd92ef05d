import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { Amending } from './amending.js';
import { CorrectionsQuery } from './corrections.query.js';
import { RevisionsQuery } from './revisions.query.js';
import { DerivationMemory } from './derivation-memory.js';
import { ImportRunRow } from './import-run.row.js';
import { NextPublicationQuery } from './next-publication.query.js';
import { NoteMemory } from './note-memory.js';
import { ObservationRepository } from './observation.repository.js';
import { ObservationRow } from './observation.row.js';
import { PublicationMoment } from './publication-moment.js';
import { PublicationListener } from './publication-listener.js';
import { Publications } from './publications.js';
import { RecentChangesQuery } from './recent-changes.query.js';
import { RecordedSeriesQuery } from './recorded-series.query.js';
import { SeriesQuery } from './series.query.js';

const PROVIDERS = [
  Amending,
  CorrectionsQuery,
  RevisionsQuery,
  DerivationMemory,
  NextPublicationQuery,
  NoteMemory,
  ObservationRepository,
  Publications,
  RecentChangesQuery,
  RecordedSeriesQuery,
  SeriesQuery,
];

@Global()
@Module({
  imports: [IndicatorsModule, TypeOrmModule.forFeature([ImportRunRow, ObservationRow])],
  providers: [...PROVIDERS, PublicationListener, PublicationMoment],
  exports: [...PROVIDERS, TypeOrmModule],
})
export class ObservationsModule {}

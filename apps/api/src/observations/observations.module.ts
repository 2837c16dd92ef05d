import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CorrectionsQuery } from './corrections.query.js';
import { ImportRunRow } from './import-run.row.js';
import { NextPublicationQuery } from './next-publication.query.js';
import { ObservationRepository } from './observation.repository.js';
import { ObservationRow } from './observation.row.js';
import { PublicationListener } from './publication-listener.js';
import { Publications } from './publications.js';
import { RecentChangesQuery } from './recent-changes.query.js';
import { SeriesQuery } from './series.query.js';

const PROVIDERS = [CorrectionsQuery, NextPublicationQuery, ObservationRepository, Publications, RecentChangesQuery, SeriesQuery];

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ImportRunRow, ObservationRow])],
  providers: [...PROVIDERS, PublicationListener],
  exports: [...PROVIDERS, TypeOrmModule],
})
export class ObservationsModule {}

import { Global, Module } from '@nestjs/common';
import { CorrectionsQuery } from './corrections.query.js';
import { LatestQuery } from './latest.query.js';
import { NextPublicationQuery } from './next-publication.query.js';
import { ObservationRepository } from './observation.repository.js';
import { PublicationListener } from './publication-listener.js';
import { Publications } from './publications.js';
import { RecentChangesQuery } from './recent-changes.query.js';
import { SeriesQuery } from './series.query.js';

const PROVIDERS = [
  CorrectionsQuery,
  LatestQuery,
  NextPublicationQuery,
  ObservationRepository,
  Publications,
  RecentChangesQuery,
  SeriesQuery,
];

@Global()
@Module({ providers: [...PROVIDERS, PublicationListener], exports: PROVIDERS })
export class ObservationsModule {}

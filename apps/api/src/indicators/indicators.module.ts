import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AddIndicator } from './add-indicator.js';
import { AnnotatePoint } from './annotate-point.js';
import { BreakSeries } from './break-series.js';
import { IndicatorDefinitionRow } from './indicator-definition.row.js';
import { IndicatorSearchQuery } from './indicator-search.query.js';
import { IndicatorQuery } from './indicator.query.js';
import { IndicatorRepository } from './indicator.repository.js';
import { IndicatorRow } from './indicator.row.js';
import { PointNoteRepository } from './point-note.repository.js';
import { PointNoteRow } from './point-note.row.js';
import { ReviseDefinition } from './revise-definition.js';
import { SeriesBreakRow } from './series-break.row.js';

const PROVIDERS = [
  AddIndicator,
  AnnotatePoint,
  BreakSeries,
  IndicatorQuery,
  IndicatorRepository,
  IndicatorSearchQuery,
  PointNoteRepository,
  ReviseDefinition,
];

const ROWS = [IndicatorRow, IndicatorDefinitionRow, PointNoteRow, SeriesBreakRow];

@Module({ imports: [TypeOrmModule.forFeature(ROWS), OrganisationModule], providers: PROVIDERS, exports: PROVIDERS })
export class IndicatorsModule {}

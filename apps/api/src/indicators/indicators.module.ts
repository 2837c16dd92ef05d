import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/organisation.module.js';
import { AddIndicator } from './add-indicator.js';
import { BreakSeries } from './break-series.js';
import { IndicatorSearchQuery } from './indicator-search.query.js';
import { IndicatorQuery } from './indicator.query.js';
import { IndicatorRepository } from './indicator.repository.js';
import { ReviseDefinition } from './revise-definition.js';

const PROVIDERS = [AddIndicator, BreakSeries, IndicatorQuery, IndicatorRepository, IndicatorSearchQuery, ReviseDefinition];

@Module({ imports: [OrganisationModule], providers: PROVIDERS, exports: PROVIDERS })
export class IndicatorsModule {}

import { Module } from '@nestjs/common';
import { IndicatorSearchQuery } from './indicator-search.query.js';
import { IndicatorQuery } from './indicator.query.js';

const PROVIDERS = [IndicatorQuery, IndicatorSearchQuery];

@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class IndicatorsModule {}

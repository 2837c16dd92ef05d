import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { DecideTarget } from './decide-target.js';
import { TargetQuery } from './target.query.js';
import { TargetRepository } from './target.repository.js';

const PROVIDERS = [DecideTarget, TargetQuery, TargetRepository];

@Module({ imports: [IndicatorsModule], providers: PROVIDERS, exports: PROVIDERS })
export class TargetsModule {}

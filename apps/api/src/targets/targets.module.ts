import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IndicatorsModule } from '../indicators/indicators.module.js';
import { RecordRow } from '../platform/record.row.js';
import { DecideTarget } from './decide-target.js';
import { TargetChangesQuery } from './target-changes.query.js';
import { TargetQuery } from './target.query.js';
import { TargetRepository } from './target.repository.js';
import { TargetRow } from './target.row.js';

const PROVIDERS = [DecideTarget, TargetChangesQuery, TargetQuery, TargetRepository];

@Module({ imports: [TypeOrmModule.forFeature([RecordRow, TargetRow]), IndicatorsModule], providers: PROVIDERS, exports: PROVIDERS })
export class TargetsModule {}

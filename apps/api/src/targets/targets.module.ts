import { Module } from '@nestjs/common';
import { TargetQuery } from './target.query.js';

@Module({ providers: [TargetQuery], exports: [TargetQuery] })
export class TargetsModule {}

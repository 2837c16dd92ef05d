import { Module } from '@nestjs/common';
import { ResponsibilityQuery } from './responsibility.query.js';
import { StrategyQuery } from './strategy.query.js';

const PROVIDERS = [ResponsibilityQuery, StrategyQuery];

@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class StrategyModule {}

import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '../config.js';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AwaitedWriters } from './awaited-writers.js';
import { Clock } from './clock.js';
import { DeclaredParameters } from './declared-parameters.js';
import { HealthController } from './health.controller.js';
import { EntityTags } from './public-answer.js';
import { Idempotency } from './idempotency.js';
import { Moments } from './moments.js';
import { PublicUntil } from './public-until.js';
import { Readiness } from './readiness.js';
import { Settings } from './settings.js';
import { Statements } from './statements.js';
import { Transactions } from './transactions.js';

const PROVIDERS = [AwaitedWriters, Clock, Idempotency, Moments, PublicUntil, Readiness, Settings, Statements, Transactions];

@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers: [
        ...PROVIDERS.filter((provider) => provider !== Settings),
        { provide: Settings, useValue: new Settings(config) },
        EntityTags,
        { provide: APP_INTERCEPTOR, useClass: DeclaredParameters },
      ],
      exports: PROVIDERS,
    };
  }
}

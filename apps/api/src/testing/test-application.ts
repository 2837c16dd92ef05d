import cookie from '@fastify/cookie';
import { StandardSchemaSerializerInterceptor, type Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { readConfig } from '../config.js';
import { databaseModule, migrate } from '../data-source.js';
import { IdentityModule } from '../identity/identity.module.js';
import { MaskingModule } from '../masking/masking.module.js';
import { ObservationsModule } from '../observations/observations.module.js';
import { Clock } from '../platform/clock.js';
import { testDatabase } from '@slusen/embedded-postgres/testing';
import { InputPipe } from '../platform/input-pipe.js';
import { PlatformModule } from '../platform/platform.module.js';
import { ProblemFilter } from '../platform/problem.filter.js';
import { Seed } from './seed.js';

/** A part of the application with a migrated database of its own, asked through `inject`. */
export interface TestApplication {
  readonly app: NestFastifyApplication;
  readonly seed: Seed;
  readonly dataSource: DataSource;
  /** Makes what is recorded so far as if it had been at that moment, for what depends on when a figure was recorded. */
  recordedAt(moment: string): Promise<void>;
  close(): Promise<void>;
}

/** A clock that stands still. */
class StandingClock extends Clock {
  constructor(private readonly instant: string) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }
}

/** Starts the named modules at a moment of their own, as the app connects in earnest (it owns no table). */
export async function testApplication(modules: readonly Type[], { now }: { readonly now: string }): Promise<TestApplication> {
  const database = await testDatabase({ migrate });
  const built = await Test.createTestingModule({
    imports: [
      databaseModule({ url: database.appUrl, poolSize: 4 }),
      PlatformModule.with(readConfig({ LOG_LEVEL: 'silent' })),
      IdentityModule,
      ObservationsModule,
      MaskingModule,
      ...modules,
    ],
    providers: [
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_PIPE, useClass: InputPipe },
      { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
    ],
  })
    .overrideProvider(Clock)
    .useValue(new StandingClock(now))
    .compile();
  const app = built.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.register(cookie);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const dataSource = app.get(DataSource);
  const recordedAt = async (moment: string): Promise<void> => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('alter table record disable trigger user');
    await owner.query('update record set at = $1', [moment]);
    await owner.query('alter table record enable trigger user');
    await owner.end();
  };
  const close = async (): Promise<void> => {
    await app.close();
    await database.drop();
  };
  return { app, seed: new Seed(dataSource.manager), dataSource, recordedAt, close };
}

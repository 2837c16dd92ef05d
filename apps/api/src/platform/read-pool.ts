import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';

/**
 * Connections for reading, beside those that TypeORM keeps for transactions: whoever only reads never waits for someone who writes, and
 * statements are prepared once on each, which TypeORM's `query()` cannot do.
 */
@Injectable()
export class ReadPool implements OnModuleDestroy {
  readonly pool: pg.Pool;
  private readonly logger = new Logger('database');

  constructor(dataSource: DataSource) {
    const { options } = dataSource;
    if (options.type !== 'postgres') throw new Error('Statements are PostgreSQL’s');
    this.pool = new pg.Pool({
      ...options.extra,
      connectionString: options.url,
      max: options.poolSize,
      application_name: `${options.applicationName ?? 'slusen'}-read`,
      connectionTimeoutMillis: options.connectTimeoutMS,
    });
    // A connection that breaks while nobody uses it is replaced at the next use; unheard, its error would end the program.
    this.pool.on('error', (error) => this.logger.warn(`A connection broke: ${error.message}`));
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }
}

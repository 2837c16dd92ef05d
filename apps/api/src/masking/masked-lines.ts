import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { pinned } from '../platform/connection.js';

/** A place that is hidden now, and what stands there instead. */
export interface MaskedLine {
  readonly table_name: string;
  readonly row_key: string;
  readonly field: string;
  readonly note: string | null;
}

const MASKED = { name: 'masking.masked', text: 'select table_name, row_key, field, note from masked' };
/** As those of the pools: whoever waits for it has the rest of an answer to make. */
const CONNECT_WITHIN_MS = 1700;
const ANSWER_WITHIN_MS = 5000;

/**
 * Reads what is hidden on a connection of its own. Rows are masked while the connection that they come on is still held: were this read on
 * one of those, as many readers as there are connections would all wait for one more.
 */
@Injectable()
export class MaskedLines implements OnModuleDestroy {
  private readonly pool: pg.Pool;

  constructor({ options }: DataSource) {
    this.pool = new pg.Pool({
      connectionString: pinned((options as { url: string }).url),
      max: 1,
      application_name: 'slusen-masked',
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      statement_timeout: ANSWER_WITHIN_MS,
      allowExitOnIdle: true,
    });
    // A connection that is lost while nobody uses it is made anew.
    this.pool.on('error', () => undefined);
  }

  async read(): Promise<readonly MaskedLine[]> {
    return (await this.pool.query<MaskedLine>(MASKED)).rows;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }
}

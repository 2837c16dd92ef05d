import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newClient } from '../platform/connection.js';

/** A place that is hidden now, and what stands there instead. */
export interface MaskedLine {
  readonly table_name: string;
  readonly row_key: string;
  readonly field: string;
  readonly note: string | null;
}

const MASKED = 'select table_name, row_key, field, note from masked';
/** As those of the pools: whoever waits for it has the rest of an answer to make. */
const CONNECT_WITHIN_MS = 1700;
const ANSWER_WITHIN_MS = 2000;

/**
 * Reads what is hidden, seldom, on a connection of its own. Rows are masked while the connection that they come on is still held: were this
 * read on one of those, as many readers as there are connections would all wait for one more.
 */
@Injectable()
export class MaskedLines {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<readonly MaskedLine[]> {
    const { url } = this.dataSource.options as { url: string };
    const limits = { connectionTimeoutMillis: CONNECT_WITHIN_MS, query_timeout: ANSWER_WITHIN_MS };
    const client = newClient(url, { application_name: 'slusen-masked', ...limits });
    await client.connect();
    try {
      return (await client.query<MaskedLine>(MASKED)).rows;
    } finally {
      await client.end();
    }
  }
}

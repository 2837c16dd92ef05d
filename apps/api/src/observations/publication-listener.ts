import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { newClient } from '../platform/connection.js';
import { CHANNEL, Publications, type Publication } from './publications.js';

const AGAIN_AFTER_MS = 1000;
/** The application waits for it when it stops, and must stop within ten seconds. */
const CONNECT_WITHIN_MS = 5000;

/** Hears what other processes (a command, a second server) published; after a gap it assumes everything. */
@Injectable()
export class PublicationListener implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('publications');
  private client: pg.Client | undefined;
  private connecting: Promise<void> = Promise.resolve();
  private retry: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly publications: Publications,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await (this.connecting = this.listen());
  }

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.retry);
    await this.connecting;
    await this.client?.end();
  }

  private async listen(): Promise<void> {
    const client = this.listeningClient();
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.client = client;
      client.once('end', () => this.listenAgain());
      this.publications.hear(true);
    } catch {
      void client.end();
      this.listenAgain();
    }
  }

  private listeningClient(): pg.Client {
    const { url } = this.dataSource.options as { url: string };
    const client = newClient(url, {
      application_name: 'slusen-listen',
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.publications.announce(publicationOf(payload)));
    client.on('error', (error) => this.logger.warn(`Not listening for publications: ${error.message}`));
    return client;
  }

  private listenAgain(): void {
    this.client = undefined;
    this.publications.hear(false);
    if (!this.isOver) this.retry = setTimeout(() => void (this.connecting = this.listen()), AGAIN_AFTER_MS);
  }
}

/** What another version of the program may have said in its own way is taken for everything. */
function publicationOf(payload: string | undefined): Publication {
  try {
    const said = JSON.parse(payload ?? '') as { indicators?: unknown } | 'hidden' | null;
    if (said === 'hidden') return said;
    return Array.isArray(said?.indicators) ? { indicators: said.indicators.map(String) } : 'everything';
  } catch {
    return 'everything';
  }
}

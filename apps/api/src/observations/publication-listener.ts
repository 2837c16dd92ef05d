import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { CHANNEL, Publications, type Publication } from './publications.js';

const AGAIN_AFTER_MS = 1000;

/** Hears what other processes (a command, a second server) published; after a gap it assumes everything. */
@Injectable()
export class PublicationListener implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('publications');
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly publications: Publications,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen(false);
  }

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.retry);
    await this.client?.end();
  }

  private async listen(isAgain: boolean): Promise<void> {
    const { url } = this.dataSource.options as { url?: string };
    const client = new pg.Client({ connectionString: url, application_name: 'slusen-listen' });
    client.on('notification', ({ payload }) => this.publications.announce(JSON.parse(payload ?? '"everything"') as Publication));
    client.on('error', (error) => this.logger.warn(`Not listening for publications: ${error.message}`));
    client.on('end', () => this.listenAgain());
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.client = client;
      if (isAgain) this.publications.announce('everything');
    } catch {
      client.removeAllListeners('end');
      this.listenAgain();
    }
  }

  private listenAgain(): void {
    this.client = undefined;
    if (!this.isOver) this.retry = setTimeout(() => void this.listen(true), AGAIN_AFTER_MS);
  }
}

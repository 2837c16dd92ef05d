import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { Publications } from '../observations/publications.js';
import { declareRead } from '../platform/read-tags.js';
import { Settings } from '../platform/settings.js';
import { isInTransaction } from '../platform/transactions.js';
import { SiteRepository } from './site.repository.js';
import type { Site, StoredSite } from './site.js';

/**
 * What holds for the site: the one way to read it. What is stored is read anew after each publication of more than figures, which a change
 * of settings is; while the database is away what was read last still holds.
 */
@Injectable()
export class SiteQuery implements OnApplicationBootstrap, OnModuleDestroy {
  private last: StoredSite | undefined;
  private reading: Promise<StoredSite> | undefined;
  private readonly subscription: Subscription;

  constructor(
    private readonly sites: SiteRepository,
    private readonly settings: Settings,
    private readonly publications: Publications,
  ) {
    this.subscription = publications.stream.subscribe((publication) => {
      if (typeof publication === 'string' && this.last) void this.renewed();
    });
  }

  /** Before anybody asks: whose the figures are is asked for in passing, where nobody waits. */
  async onApplicationBootstrap(): Promise<void> {
    await this.read();
  }

  onModuleDestroy(): void {
    this.subscription.unsubscribe();
  }

  async run(): Promise<Site> {
    declareRead('site');
    const stored = await this.stored();
    return { ...stored, sources: { ...this.settings.sources, stored: stored.settings } };
  }

  /** What a transaction sees may never be committed, so that is not remembered. */
  private stored(): Promise<StoredSite> {
    if (isInTransaction()) return this.sites.latest();
    return this.reading && this.publications.areHeard ? this.reading : this.renewed();
  }

  private async renewed(): Promise<StoredSite> {
    try {
      return await this.read();
    } catch (error) {
      if (!this.last) throw error;
      return this.last;
    }
  }

  /** Of two readings under way the one that began last is remembered, and whoever waits for the other one waits for that. */
  private read(): Promise<StoredSite> {
    const reading: Promise<StoredSite> = this.sites.latest().then(
      (stored) => {
        if (this.reading && this.reading !== reading) return this.reading;
        this.remember(stored);
        return stored;
      },
      (error: unknown) => {
        if (this.reading && this.reading !== reading) return this.reading;
        this.reading = undefined;
        throw error;
      },
    );
    this.reading = reading;
    return reading;
  }

  private remember(stored: StoredSite): void {
    this.last = stored;
    if (this.settings.learn(stored.settings)) this.publications.announce('everything');
  }
}

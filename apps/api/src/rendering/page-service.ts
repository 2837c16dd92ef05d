import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ReadTag } from '../platform/read-tags.js';
import { endOfStockholmDay, stockholmDate } from '@slusen/domain';
import type { Subscription } from 'rxjs';
import { NextPublicationQuery } from '../observations/next-publication.query.js';
import { Publications, type Publication } from '../observations/publications.js';
import { Clock } from '../platform/clock.js';
import { PageCache, type Page } from './page-cache.js';
import { PageRenderer } from './page-renderer.js';

/** Public pages: from the cache when they still hold, else rendered once for everyone who waits. */
@Injectable()
export class PageService implements OnModuleDestroy {
  private cache = new PageCache();
  private readonly underWay = new Map<string, Promise<Page | undefined>>();
  private readonly subscription: Subscription;
  /** Counts publications: a page whose reading began before one must not be kept as fresh after it. */
  private publications = 0;

  constructor(
    private readonly renderer: PageRenderer,
    private readonly nextPublication: NextPublicationQuery,
    private readonly clock: Clock,
    publications: Publications,
  ) {
    this.subscription = publications.stream.subscribe((publication) => this.drop(publication));
  }

  onModuleDestroy(): void {
    this.subscription.unsubscribe();
  }

  /** The finished page, if it is kept and still holds. */
  kept(address: string): Page | undefined {
    return this.cache.isFresh(address, this.clock.now().getTime()) ? this.cache.get(address) : undefined;
  }

  /** The page, or undefined when there is none at this address. */
  async page(address: string): Promise<Page | undefined> {
    if (this.cache.isFresh(address, this.clock.now().getTime())) return this.cache.get(address);
    const waiting = this.underWay.get(address) ?? this.renew(address);
    this.underWay.set(address, waiting);
    try {
      return await waiting;
    } finally {
      if (this.underWay.get(address) === waiting) this.underWay.delete(address);
    }
  }

  private async renew(address: string): Promise<Page | undefined> {
    const [begun, cache] = [this.publications, this.cache];
    try {
      const page = await this.renderer.page(address);
      // The database is away: what was true a moment ago is better than an error page.
      if (page && page.status >= 500) return this.cache.get(address) ?? page;
      // When something was hidden meanwhile, these are pages that nobody is shown any more.
      if (page && page.status < 400) await this.keep(page, { address, begun, cache });
      return page;
    } catch (error) {
      const kept = this.cache.get(address);
      if (kept) return kept;
      throw error;
    }
  }

  /** Keeps a page; one that something was published beside only for want of a newer one. */
  private async keep(page: Page, { address, begun, cache }: { address: string; begun: number; cache: PageCache }): Promise<void> {
    const expires = await this.expiry();
    if (begun === this.publications) cache.set(address, page, expires);
    else if (!cache.get(address)) cache.set(address, page, 0);
  }

  /** "Overdue" and "next value" change at midnight, embargoed figures at their hour, without any publication. */
  private async expiry(): Promise<number> {
    const midnight = Date.parse(endOfStockholmDay(stockholmDate(this.clock.now().toISOString())));
    return Math.min(midnight, await this.nextPublication.at());
  }

  /** An indicator's figure shows wherever a query declared that it reads it, or figures of any. */
  private drop(publication: Publication): void {
    this.publications++;
    // Whoever asks from now on must not get what was read before.
    this.underWay.clear();
    if (publication === 'hidden') return void (this.cache = new PageCache());
    if (publication === 'everything') return this.cache.expire();
    const touched = new Set<ReadTag>(['figures', ...publication.indicators.map((slug) => `indicator:${slug}` as const)]);
    this.cache.expire(({ tags }) => tags.some((tag) => touched.has(tag)));
  }
}

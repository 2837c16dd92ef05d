import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { ReadTag } from '../platform/read-tags.js';
import { endOfStockholmDay, stockholmDate } from '@slusen/domain';
import type { Subscription } from 'rxjs';
import { NextPublicationQuery } from '../observations/next-publication.query.js';
import { Publications, type Publication } from '../observations/publications.js';
import { Clock } from '../platform/clock.js';
import { PageCache, type Page } from './page-cache.js';
import { HalfACore } from './half-a-core.js';
import { nowhereIn } from './page-key.js';
import { PageRenderer } from './page-renderer.js';
import { isEndless } from './page-rules.js';

/** Milliseconds after its time, a publication above all, that a page is still shown while the next one is made. */
const STILL_SHOWN = 1000;

/** Public pages: from the cache when they still hold, else rendered once for everyone who waits. */
@Injectable()
export class PageService implements OnModuleDestroy {
  private readonly logger = new Logger('pages');
  private cache = new PageCache();
  private readonly madeUp = new HalfACore();
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

  /**
   * The page, or undefined when there is none at this address. Just after a publication it is the one from before, while the next is
   * made; whoever may know of the publication asks for the page `asOfNow`.
   */
  async page(address: string, { asOfNow = false } = {}): Promise<Page | undefined> {
    const now = this.clock.now().getTime();
    const kept = this.cache.get(address);
    const expires = this.cache.expires(address);
    if (kept && expires > now) return kept;
    const waiting = this.underWay.get(address) ?? this.begin(address);
    if (!kept || asOfNow || now - expires >= STILL_SHOWN) return waiting;
    // A failure is met by whoever asks when the old page is no longer shown.
    waiting.catch(() => undefined);
    return kept;
  }

  /** Makes a page once for all who ask for it meanwhile. */
  private begin(address: string): Promise<Page | undefined> {
    const making = this.renew(address).finally(() => {
      if (this.underWay.get(address) === making) this.underWay.delete(address);
    });
    this.underWay.set(address, making);
    return making;
  }

  private async renew(address: string): Promise<Page | undefined> {
    const [begun, cache] = [this.publications, this.cache];
    try {
      const page = await this.render(address, cache.get(address) !== undefined);
      // The database is away: what was true a moment ago is better than an error page.
      if (page && page.status >= 500) return this.cache.get(address) ?? page;
      const shown = page && isNowhere(page.status) ? await this.nowhere(address, page) : page;
      // When something was hidden meanwhile, these are pages that nobody is shown any more.
      if (shown && (shown.status < 400 || shown.status === 404)) await this.keep(shown, { address, begun, cache });
      return shown;
    } catch (error) {
      const kept = this.cache.get(address);
      if (!kept) throw error;
      this.logger.error({ err: error, address }, 'page could not be rendered; the one from before is shown');
      return kept;
    }
  }

  /** A page that nobody asked for before may be one that somebody makes up. */
  private render(address: string, isKnown: boolean): Promise<Page | undefined> {
    const render = () => this.renderer.page(address);
    return isKnown || !isEndless(address) ? render() : this.madeUp.run(render, (page) => page?.status === 503);
  }

  /** What stands for all pages of a language that are not found. It holds as long as what was found missing stays so. */
  private async nowhere(address: string, page: Page): Promise<Page> {
    const nowhere = nowhereIn(address);
    const one = nowhere === address ? page : await this.page(nowhere, { asOfNow: true });
    return { ...(one ?? page), tags: page.tags };
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
    const now = this.clock.now().getTime();
    if (publication === 'everything') return this.cache.expire(now);
    const touched = new Set<ReadTag>(['figures', ...publication.indicators.map((slug) => `indicator:${slug}` as const)]);
    this.cache.expire(now, ({ status, tags }) => status === 404 || tags.some((tag) => touched.has(tag)));
  }
}

/** An address with something in it that cannot be (a name in capitals, say) leads nowhere either. */
function isNowhere(status: number): boolean {
  return [400, 404, 422].includes(status);
}

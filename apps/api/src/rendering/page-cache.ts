import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { ReadTag } from '../platform/read-tags.js';

/** A finished page: its bytes in every encoding, ready to be sent. */
export interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly raw: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
  readonly etag: string;
  /** How long whoever fetches it may keep it. */
  readonly cacheControl: string;
  /** What the queries that it was made from declared: tells which publication touches it. */
  readonly tags: readonly ReadTag[];
}

interface Kept {
  readonly page: Page;
  /** Milliseconds; from then on it is made anew when it can be. */
  expires: number;
}

const MOST_BYTES = 96 * 1024 * 1024;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Compresses a page once, for all who will ask for it. */
export async function finishedPage({
  html,
  ...about
}: Pick<Page, 'status' | 'contentType' | 'cacheControl' | 'tags'> & { html: string }): Promise<Page> {
  const raw = Buffer.from(html);
  const [br, gz] = await Promise.all([toBrotli(raw, QUALITY), toGzip(raw)]);
  const etag = `"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"`;
  return { ...about, raw, br, gzip: gz, etag };
}

/**
 * Finished public pages, bounded by bytes. A page past its time is kept until a new one could be made, so that readers
 * have something to read while the database is away.
 */
export class PageCache {
  private readonly pages = new LRUCache<string, Kept>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ page }) => page.raw.length + page.br.length + page.gzip.length + 500,
  });

  get(key: string): Page | undefined {
    return this.pages.get(key)?.page;
  }

  isFresh(key: string, now: number): boolean {
    return (this.pages.peek(key)?.expires ?? 0) > now;
  }

  set(key: string, page: Page, expires: number): void {
    this.pages.set(key, { page, expires });
  }

  /** Marks pages as past their time: all, or those that the test picks. */
  expire(isTouched: (page: Page) => boolean = () => true): void {
    for (const kept of this.pages.values()) if (isTouched(kept.page)) kept.expires = 0;
  }
}

import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';
import { MEMORY } from '../platform/memory.js';
import type { ReadTag } from '../platform/read-tags.js';

/** A finished page: its bytes in the encodings that nearly everyone takes, ready to be sent. */
export interface Page {
  readonly status: number;
  readonly contentType: string;
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

/** What an entry takes besides the bytes of its page: its key and what describes it. */
const ENTRY_BYTES = 500;
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
  return { ...about, br: fitted(br), gzip: fitted(gz), etag };
}

/** The text of a page for the few who take no encoding: made for them, since it would be most of what a kept page weighs. */
export function plainBytes({ gzip: gz }: Pick<Page, 'gzip'>): Buffer {
  return gunzipSync(gz);
}

/** The same bytes in memory of just their length: a compressor leaves them in a chunk of 16 KiB, which would stay with them. */
function fitted(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(own);
  return own;
}

/**
 * Finished public pages, bounded by bytes. A page past its time is kept until a new one could be made, so that readers
 * have something to read while the database is away. Addresses that anyone can make up have a bound of their own, so that they push
 * out no page that readers come for.
 */
export class PageCache {
  private readonly pages = keptWithin(MEMORY.pages);
  private readonly madeUp = keptWithin(MEMORY.madeUpAddresses);

  get(key: string): Page | undefined {
    return this.entry(key)?.page;
  }

  isFresh(key: string, now: number): boolean {
    return this.expires(key) > now;
  }

  /** Milliseconds; 0 for what is not there. */
  expires(key: string): number {
    return (this.pages.peek(key) ?? this.madeUp.peek(key))?.expires ?? 0;
  }

  set(key: string, page: Page, expires: number): void {
    const [one, other] = page.status === 200 && !key.includes('?') ? [this.pages, this.madeUp] : [this.madeUp, this.pages];
    one.set(key, { page, expires });
    other.delete(key);
  }

  /** Marks pages as past their time from a moment on: all, or those that the test picks. */
  expire(now: number, isTouched: (page: Page) => boolean = () => true): void {
    for (const kept of [...this.pages.values(), ...this.madeUp.values()])
      if (isTouched(kept.page)) kept.expires = Math.min(kept.expires, now);
  }

  private entry(key: string): Kept | undefined {
    return this.pages.get(key) ?? this.madeUp.get(key);
  }
}

/** What is not found is one page for all of its language, so an entry of it weighs next to nothing. */
function keptWithin(bytes: number): LRUCache<string, Kept> {
  return new LRUCache({
    maxSize: bytes,
    sizeCalculation: ({ page }, key) => ENTRY_BYTES + 2 * key.length + (page.status === 404 ? 0 : page.br.length + page.gzip.length),
  });
}

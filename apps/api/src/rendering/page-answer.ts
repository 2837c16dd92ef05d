import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { isKnown } from '../platform/public-answer.js';
import { plainBytes, type Page } from './page-cache.js';

/** Shortest first. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;

/** The encoding of an answer: what the client likes best, the shortest of those it likes alike; none when it takes none of ours. */
export function encodingFor(accepts: string | undefined): 'br' | 'gzip' | undefined {
  const [best] = new Negotiator({ headers: { 'accept-encoding': accepts } }).encodings(ENCODINGS, { preferred: ENCODINGS });
  return best === 'br' || best === 'gzip' ? best : undefined;
}

/** Sends a finished page, in the encoding that the reader takes, or word that the reader has it already. */
export function sendPage(page: Page, { headers }: Pick<FastifyRequest, 'headers'>, reply: FastifyReply): FastifyReply {
  void reply.header('vary', 'accept-encoding').header('cache-control', page.cacheControl);
  if (page.status === 503) void reply.header('retry-after', '5');
  if (page.cacheControl !== 'no-store') {
    void reply.header('etag', page.etag);
    if (isKnown(page.etag, headers['if-none-match'])) return reply.status(304).send();
  }
  const encoding = encodingFor(headers['accept-encoding']);
  if (encoding) void reply.header('content-encoding', encoding);
  return reply
    .status(page.status)
    .type(page.contentType)
    .send(encoding ? page[encoding] : plainBytes(page));
}

/** The page that says of an address that nothing can be shown as it was on another day, with the way to today's. */
export function leadingToToday(page: string, address: string): string {
  return page.replaceAll('"/today"', () => `"${address.replaceAll('&', '&amp;')}"`);
}

/** A page of last resort, with the id under which the log has what went wrong. */
export function withReference(page: string, id: string): string {
  return page.replace('<!-- reference -->', `<p>Felnummer / <span lang="en">Reference</span>: <code>${id}</code></p>`);
}

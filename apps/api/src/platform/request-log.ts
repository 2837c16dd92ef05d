import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { pino, type DestinationStream, type Logger } from 'pino';
import { isCollectingReads } from './read-tags.js';

/** Where lines about requests go, as JSON; `to` stands in for the standard output. */
export function requestLogger(level: string, to?: DestinationStream): Logger {
  const options = { level, serializers: { req: whatOf, res: ({ statusCode }: FastifyReply) => ({ statusCode }) } };
  return to ? pino(options, to) : pino(options);
}

/**
 * One line for each request once it is answered, page or refusal: its id, what was asked for, how it went and how long it took, but
 * not whom it came from, nor what was searched for. What a page reads while it is rendered is no request of anyone.
 */
export class RequestLog extends LogController {
  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    if (isCollectingReads()) return;
    logAnswer(request, { status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
    if (error) request.log.warn({ err: error }, 'the answer did not get through');
  }
}

/** The line of one request. */
export function logAnswer(request: FastifyRequest, answer: { readonly status: number; readonly ms?: number }): void {
  request.log[answer.status >= 500 ? 'error' : 'info']({ ...whatOf(request), ...answer }, 'request');
}

function whatOf({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): { method: string; path: string } {
  return { method, path: url.split('?')[0] ?? '' };
}

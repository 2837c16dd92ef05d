import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from './problem-of.js';
import { instanceOf } from './unroutable.js';

const RETRY_AFTER_SECONDS = 5;

/** The one exit for errors: RFC 9457 for the reader, the whole error (without the request's content) in the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const found = { ...problemOf(error), instance: instanceOf(request.id) };
    if (found.status >= 500) this.logger.error({ err: error, requestId: request.id, code: found.code });
    if (reply.raw.headersSent) return;
    void reply.header('cache-control', 'no-store').type('application/problem+json; charset=utf-8');
    if (found.status === 503) void reply.header('retry-after', String(RETRY_AFTER_SECONDS));
    if (found.status === 429) void reply.header('retry-after', String(found.facts?.['seconds'] ?? 60));
    void reply.status(found.status).send(JSON.stringify(found));
  }
}

import type { Problem } from '@slusen/contracts';
import type { FastifyBaseLogger, FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemFor } from './problem-of.js';
import { logAnswer } from './request-log.js';

type Headers = Readonly<Record<string, string>>;
type ClientError = Error & { readonly code?: string };

const STATUS_OF_BROKEN: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** What a problem needs around it where no hook has set the headers of every answer. */
function headersOf(isTls: boolean, id: string): Headers {
  return {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-request-id': id,
    ...(isTls ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

const bodyOf = (status: number, id: string): string =>
  JSON.stringify({ ...problemFor(status), instance: instanceOf(id) } satisfies Problem);

/** The request's name in a problem answer; the log lines of the request carry the same id. */
export const instanceOf = (id: string): string => `urn:request:${id}`;

/** Answers addresses that the router cannot read (a broken escape, a name without end): no hook and no filter runs for them. */
export function unroutable(isTls: boolean): (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void {
  return (error, request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 400;
    logAnswer(request, { status });
    void reply.headers(headersOf(isTls, request.id)).status(status).send(bodyOf(status, request.id));
  };
}

/** Answers what is no HTTP request at all, or one that never came to its end. */
export function brokenRequest(isTls: boolean): (this: { readonly log: FastifyBaseLogger }, error: ClientError, socket: Socket) => void {
  return function (error, socket) {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const status = STATUS_OF_BROKEN[error.code ?? ''] ?? 400;
    const id = randomUUID();
    this.log.info({ reqId: id, status }, 'request');
    const body = bodyOf(status, id);
    const headers = { ...headersOf(isTls, id), 'content-length': String(Buffer.byteLength(body)), connection: 'close' };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  };
}

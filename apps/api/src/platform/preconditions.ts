import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { DomainError } from '@slusen/domain';
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { InvalidInput } from './invalid-input.js';

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** The version the client read: `If-Match: "3"`. Missing: 428; not a version: 400. */
export function versionIn(header: string | undefined): number {
  if (header === undefined) throw new DomainError('precondition.missing', { header: 'If-Match' });
  const match = /^"?(\d{1,9})"?$/.exec(header.trim());
  if (!match) throw new DomainError('precondition.malformed', { header: 'If-Match' });
  return Number(match[1]);
}

/** Identifies one intention of a client: the same key with the same request is answered once. */
export interface RequestKey {
  readonly key: string;
  readonly fingerprint: Buffer;
}

/** `Idempotency-Key` (8–100 printable characters) with the fingerprint of method, path and body. Missing: 400. */
export function requestKeyOf(request: Pick<FastifyRequest, 'headers' | 'method' | 'url' | 'body'>): RequestKey {
  const key = request.headers['idempotency-key'];
  if (key === undefined) throw new DomainError('idempotency.missing', { header: 'Idempotency-Key' });
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key))
    throw new DomainError('idempotency.malformed', { header: 'Idempotency-Key' });
  const version = String(request.headers['if-match'] ?? '');
  const content = [request.method, request.url, version, request.body ?? null];
  return { key, fingerprint: createHash('sha256').update(textOf(content)).digest() };
}

/** JSON is read in a loop but written by recursion: what is nested a hundred thousand levels deep can only be refused. */
function textOf(content: unknown): string {
  try {
    return JSON.stringify(content);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InvalidInput([{ path: [], message: 'body.too-deep' }]);
  }
}

/** Names a required header in the description of the API. */
function describedAs(name: string, description: string): ParameterDecorator {
  return (target, method) => {
    const descriptor = method && Object.getOwnPropertyDescriptor(target, method);
    if (descriptor) ApiHeader({ name, description, required: true, schema: { type: 'string' } })(target, method, descriptor);
  };
}

/** The version that the client read, from `If-Match`. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext) => versionIn(requestOf(context).headers['if-match']),
  [describedAs('If-Match', 'The version that was read, as in "3". Another one there now: 412.')],
);

/** The client's name for what it wants done, from `Idempotency-Key`. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestKeyOf(requestOf(context)),
  [describedAs('Idempotency-Key', '8–100 printable characters. The same key with the same request is answered once.')],
);

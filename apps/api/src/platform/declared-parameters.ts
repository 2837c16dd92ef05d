import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import * as z from 'zod';
import { InvalidInput } from './invalid-input.js';
import { TAKES_KNOWN } from './known.js';

/** How Nest marks an argument that is the whole query, which has a strict schema of its own. */
const QUERY_ARGUMENT = /^4:/;
const NONE = z.strictObject({});
const KNOWN_ALONE = z.strictObject({ known: z.unknown() });

/**
 * Refuses parameters that a route of the API does not know, so that a slip of the pen in `known` is not answered with the figures of today
 * for those of the past. Routes with a schema for their query refuse them by it.
 */
@Injectable()
export class DeclaredParameters implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query, url } = context.switchToHttp().getRequest<FastifyRequest>();
    if (url.startsWith('/api/') && !hasSchema(context)) requireDeclared(query, context);
    return next.handle();
  }
}

function hasSchema(context: ExecutionContext): boolean {
  const declared: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name);
  return Object.keys((declared as object | undefined) ?? {}).some((key) => QUERY_ARGUMENT.test(key));
}

function requireDeclared(query: unknown, context: ExecutionContext): void {
  const takesKnown = Reflect.hasMetadata(TAKES_KNOWN, context.getHandler());
  const { error } = (takesKnown ? KNOWN_ALONE.partial() : NONE).safeParse(query);
  if (error) throw new InvalidInput(error.issues);
}

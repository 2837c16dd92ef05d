import {
  applyDecorators,
  Controller,
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hash } from 'node:crypto';
import { mergeMap, type Observable } from 'rxjs';
import { Clock } from './clock.js';
import { Public } from './public.js';
import { PublicUntil } from './public-until.js';

/** Nothing public is kept longer by anyone: what was published by mistake is hidden everywhere within a minute. */
export const MAY_BE_KEPT = 'public, max-age=60';
/** The same in seconds. */
const LONGEST = 60;

/**
 * Says that an answer is the same for everyone and may be kept for a minute, or until something under embargo becomes public where that is
 * sooner; an error says otherwise for itself.
 */
@Injectable()
export class PublicAnswer implements NestInterceptor {
  constructor(
    private readonly until: PublicUntil,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>().header('cache-control', MAY_BE_KEPT);
    // Asked beside the answer, not before it. Where nobody can say when, nobody keeps anything.
    const until = this.until.next().catch(() => 0);
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const seconds = Math.floor(((await until) - this.clock.now().getTime()) / 1000);
        const isOurs = reply.getHeader('cache-control') === MAY_BE_KEPT;
        if (isOurs && seconds < LONGEST) void reply.header('cache-control', `public, max-age=${Math.max(0, seconds)}`);
        return answer;
      }),
    );
  }
}

/** A controller whose routes anyone may read and any cache may keep. */
export const PublicController = (path: string): ClassDecorator =>
  applyDecorators(Controller(path), Public(), UseInterceptors(PublicAnswer));

/** Whether `If-None-Match` names the tag; a cache on the way may have made it weak. */
export function isKnown(tag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  const known = ifNoneMatch.split(',').map((text) => text.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*');
}

/** Tags a public answer by its content, and leaves the content out for whoever has it already (304). */
export function tagPublicAnswer(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const isPublic = String(reply.getHeader('cache-control') ?? '').startsWith('public');
  if (!isPublic || reply.statusCode !== 200 || reply.hasHeader('etag')) return payload;
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  const tag = `"${hash('sha256', payload, 'base64url')}"`;
  reply.header('etag', tag);
  if (!isKnown(tag, request.headers['if-none-match'])) return payload;
  reply.code(304).removeHeader('content-length').removeHeader('content-type');
  return '';
}

/** Tags every public answer of the server; the finished text is known to Fastify only, so no interceptor can do it. */
@Injectable()
export class EntityTags implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    // A command has no server.
    const server = this.host.httpAdapter?.getInstance<FastifyInstance>();
    server?.addHook('onSend', async (request, reply, payload) => tagPublicAnswer(request, reply, payload));
  }
}

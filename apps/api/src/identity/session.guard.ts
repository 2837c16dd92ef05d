import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@slusen/domain';
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { IS_PUBLIC } from '../platform/public.js';
import type { Caller as SignedIn } from './account.js';
import { IS_BEFORE_SECOND_FACTOR } from './before-second-factor.js';
import { tokenOf } from './session-cookie.js';
import { SessionRepository } from './session.repository.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const callers = new WeakMap<FastifyRequest, SignedIn>();

/** Lets in who is signed in (401 otherwise), and no change that another site's page made (403). */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionRepository,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const isChange = !SAFE.has(request.method);
    if (isChange) refuseOtherSites(request);
    if (this.is(IS_PUBLIC, context)) return true;
    const token = tokenOf(request);
    const caller = token ? await this.sessions.caller(token) : undefined;
    if (!caller) throw new DomainError('session.missing');
    if (isChange) requireToken(request, caller);
    if (caller.session.needsSecondFactor && !this.is(IS_BEFORE_SECOND_FACTOR, context))
      throw new DomainError('session.second-factor-required');
    callers.set(request, caller);
    return true;
  }

  private is(mark: string, context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean | undefined>(mark, [context.getHandler(), context.getClass()]) ?? false;
  }
}

/** A browser says where a request comes from; what comes from elsewhere is refused whatever else it carries. */
function refuseOtherSites(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new DomainError('session.csrf');
  const origin = request.headers.origin;
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw new DomainError('session.csrf');
}

function requireToken(request: FastifyRequest, caller: SignedIn): void {
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  const wanted = Buffer.from(caller.session.csrfToken);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new DomainError('session.csrf');
}

/** The signed-in account; only on routes that are not public. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!caller) throw new DomainError('session.missing');
  return caller;
});

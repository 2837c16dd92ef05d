import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@slusen/domain';
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { IS_PUBLIC } from '../platform/public.js';
import type { Account, SignedIn } from './account.js';
import { IS_BEFORE_SECOND_FACTOR } from './before-second-factor.js';
import { MachineKeyRepository } from './machines/machine-key.repository.js';
import { tokenOf } from './session-cookie.js';
import { SessionRepository } from './session.repository.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const BEARER = /^Bearer +(\S+)$/i;
const callers = new WeakMap<FastifyRequest, Account | SignedIn>();

/** Lets in who is signed in or has a key (401 otherwise), and no change that another site's page made (403). */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionRepository,
    private readonly machines: MachineKeyRepository,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!SAFE.has(request.method)) refuseOtherSites(request);
    if (this.is(IS_PUBLIC, context)) return true;
    callers.set(request, (await this.byKey(request)) ?? (await this.bySession(request, context)));
    return true;
  }

  /** A program sends its key itself, which no page of another site can make a browser do. Undefined when it sends none. */
  private async byKey({ headers }: FastifyRequest): Promise<Account | undefined> {
    const [, key] = BEARER.exec(headers.authorization ?? '') ?? [];
    if (key === undefined) return undefined;
    const account = await this.machines.accountOf(key);
    if (!account) throw new DomainError('session.wrong-key');
    return account;
  }

  private async bySession(request: FastifyRequest, context: ExecutionContext): Promise<SignedIn> {
    const token = tokenOf(request);
    const caller = token ? await this.sessions.caller(token) : undefined;
    if (!caller) throw new DomainError('session.missing');
    if (!SAFE.has(request.method)) requireToken(request, caller);
    if (caller.session.needsSecondFactor && !this.is(IS_BEFORE_SECOND_FACTOR, context))
      throw new DomainError('session.second-factor-required');
    return caller;
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

function callerOf(context: ExecutionContext): Account | SignedIn {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!caller) throw new DomainError('session.missing');
  return caller;
}

/** Whoever is signed in, or the business system whose key came along; only on routes that are not public. */
export const CallingAccount = createParamDecorator((_: unknown, context: ExecutionContext): Account => callerOf(context));

/** Whoever is signed in, with their session; a business system has none (403). Only on routes that are not public. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const caller = callerOf(context);
  if (!('session' in caller)) throw new DomainError('session.machine');
  return caller;
});

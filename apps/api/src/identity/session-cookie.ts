import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hash } from 'node:crypto';

/** `__Host-` binds it to this origin over TLS; browsers accept it on loopback too. */
export const COOKIE = '__Host-slusen';
const OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

export const tokenOf = (request: FastifyRequest): string | undefined => request.cookies[COOKIE] || undefined;

export function setSessionCookie(reply: FastifyReply, token: string): void {
  void reply.setCookie(COOKIE, token, OPTIONS);
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, OPTIONS);
}

/** Only sign-in looks at it, so nothing else is sent it; half a year from the last sign-in. */
const KNOWN_OPTIONS = { path: '/api/session', httpOnly: true, secure: true, sameSite: 'strict', maxAge: 180 * 24 * 60 * 60 } as const;

/** One for each account that a browser knows, without its name. */
const knownCookie = (username: string): string =>
  `__Secure-slusen-known-${hash('sha256', username.toLowerCase(), 'base64url').slice(0, 16)}`;

/** The mark by which an account knows this browser. */
export const markOf = (request: FastifyRequest, username: string): string | undefined =>
  request.cookies[knownCookie(username)] || undefined;

export function setMark(reply: FastifyReply, username: string, mark: string): void {
  void reply.setCookie(knownCookie(username), mark, KNOWN_OPTIONS);
}

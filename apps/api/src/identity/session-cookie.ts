import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

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

import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TRIP_MS } from './trip.js';

/** It comes along when the provider sends people back, which `Strict` would keep it from. */
const COOKIE = '__Host-slusen-trip';
const OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

export const tripCookieOf = (request: FastifyRequest): string | undefined => request.cookies[COOKIE] || undefined;

export function setTripCookie(reply: FastifyReply, cookie: string): void {
  void reply.setCookie(COOKIE, cookie, { ...OPTIONS, maxAge: TRIP_MS / 1000 });
}

export function clearTripCookie(reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, OPTIONS);
}

import { LANGUAGES, type Language } from '@slusen/domain';
import { hash, randomBytes } from 'node:crypto';

/** For so long somebody may take at the provider. */
export const TRIP_MS = 10 * 60_000;

/** Where somebody was going, and in which language. */
export interface Errand {
  /** An address of this application, which the page of sign-in looks at once more before it goes there; empty: none. */
  readonly returnTo: string;
  readonly language: Language;
}

/** A way to the provider and back. */
export interface Trip extends Errand {
  readonly startedAt: Date;
  /** Comes back in the answer. */
  readonly state: string;
  /** Comes back in the token. */
  readonly nonce: string;
  /** PKCE: only whoever began can take out what the answer is worth. */
  readonly verifier: string;
}

/** The cookie of a new trip, which is all that is kept of it: nobody can fill a table by setting out. */
export function tripCookie({ returnTo, language }: Errand, now: Date): string {
  const secret = randomBytes(32).toString('base64url');
  return [secret, now.getTime().toString(36), language, Buffer.from(returnTo, 'utf8').toString('base64url')].join('.');
}

const COOKIE = /^[\w-]{43}\.([0-9a-z]{1,10})\.([a-z]{2})\.([\w-]*)$/;

/**
 * The trip that a browser is on; undefined when it is on none, or when it began too long ago. What goes to the provider is derived from
 * the whole cookie, so that nothing in it can be another than when it set out.
 */
export function tripOf(cookie: string | undefined, now: Date): Trip | undefined {
  const [, started = '', word, path = ''] = COOKIE.exec(cookie ?? '') ?? [];
  const language = LANGUAGES.find((known) => known === word);
  const startedAt = new Date(Number.parseInt(started, 36));
  const age = now.getTime() - startedAt.getTime();
  if (cookie === undefined || !language || !(age >= 0 && age < TRIP_MS)) return undefined;
  const derived = (what: string): string => hash('sha256', `${what} ${cookie}`, 'base64url');
  const returnTo = Buffer.from(path, 'base64url').toString('utf8');
  return { returnTo, language, startedAt, state: derived('state'), nonce: derived('nonce'), verifier: derived('verifier') };
}

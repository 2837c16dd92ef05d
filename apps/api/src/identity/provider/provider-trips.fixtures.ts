/** Somebody's browser on its way to the provider and back. */
import type { SessionView } from '@slusen/contracts';
import type { Answer } from '../../testing/visitor.js';
import { Visitor } from '../../testing/visitor.js';
import type { WholeApplication } from '../../testing/whole-application.js';
import { CLIENT } from './real-provider.fixtures.js';

/** The settings of an application with a provider. */
export const withProvider = (issuer: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  ...more,
});

/** The value of a cookie that an answer sets; empty when it takes it away. */
export function cookieIn({ headers }: Answer, name: string): string | undefined {
  const lines = [headers['set-cookie'] ?? []].flat().map(String);
  return lines.map((line) => new RegExp(`^${name}=([^;]*)`).exec(line)?.[1]).find((value) => value !== undefined);
}

/** A browser that set out: the address of the provider, and the cookie by which it is known when it comes back. */
export interface SetOut {
  readonly visitor: Visitor;
  readonly address: string;
  readonly cookie: string;
}

export async function setOut(whole: WholeApplication, query = ''): Promise<SetOut> {
  const visitor = whole.visitor();
  const answer = await visitor.get(`/api/sign-in/provider${query}`);
  if (answer.status !== 303) throw new Error(`Setting out was answered ${answer.status}: ${answer.text}`);
  return { visitor, address: String(answer.headers['location']), cookie: cookieIn(answer, '__Host-slusen-trip') ?? '' };
}

/** Comes back to the application, with another cookie than its own where one is named. */
export function comeBack({ visitor, cookie }: SetOut, to: URL, other: string | undefined = cookie): Promise<Answer> {
  const brought = [visitor.cookie, other && `__Host-slusen-trip=${other}`].filter(Boolean).join('; ');
  return visitor.get(`${to.pathname}${to.search}`, { cookie: brought || undefined });
}

/** The session that an answer opens; undefined when it opens none. */
export async function sessionOf(visitor: Visitor, answer: Answer): Promise<SessionView | undefined> {
  const token = cookieIn(answer, '__Host-slusen');
  if (!token) return undefined;
  const session = await visitor.get('/api/session', { cookie: `__Host-slusen=${token}` });
  return session.status === 200 ? session.json<SessionView>() : undefined;
}

/** Where an answer leads the browser. */
export const ledTo = ({ headers }: Answer): string => String(headers['location']);

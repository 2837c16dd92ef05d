import type { Problem } from '@slusen/contracts';
import type { Answer } from '../app/data/api-client.js';

/** A request that came to the API. */
export interface Received {
  readonly request: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An answer, or one that comes later. */
export type Reply = Answer | Promise<Answer>;

/** Success, with what the API says. */
export function ok(body: unknown = null, status = 200): Answer {
  return { status, body };
}

/** A refusal with the code of the rule that was broken, and what is known of it. */
export function refused(status: number, code: string, facts?: Problem['facts']): Answer {
  return { status, body: { type: `https://slusen.invalid/problems/${code}`, title: code, status, code, ...(facts ? { facts } : {}) } };
}

/** The line is down: no answer comes. */
export const NO_ANSWER: Answer = { status: 0, body: null };

/** An answer that begins and never ends. */
export const BROKEN_OFF: Answer = { status: 200, body: {} };

/** An answer that comes when the spec lets it. */
export function held(): { readonly reply: Promise<Answer>; readonly give: (answer: Answer) => void } {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  return { reply: promise, give: resolve };
}

/** What stands beside many pages, and few specs are about: nobody has said anything. */
const QUIET: readonly (readonly [request: string, reply: Answer])[] = [
  ['GET /api/threads/questions', ok({ items: [] })],
  ['GET /api/threads?', ok({ messages: [], people: [] })],
];

/**
 * Stands in for the API at the one place where the browser would ask it: `fetch`. Requests are written `GET /api/tasks`; of
 * several answers to one request each is given once and the last for ever. What nobody expected is a failure of the spec.
 */
export class FakeApi {
  readonly received: Received[] = [];
  private readonly replies = new Map<string, Reply[]>();

  constructor() {
    spyOn(window, 'fetch').and.callFake((input, init) => this.answer(`${init?.method ?? 'GET'} ${String(input)}`, init));
  }

  on(request: string, ...replies: readonly Reply[]): this {
    this.replies.set(request, [...replies]);
    return this;
  }

  /** What came of one kind of request, in order. */
  of(request: string): readonly Received[] {
    return this.received.filter((one) => one.request === request);
  }

  private async answer(request: string, init: RequestInit = {}): Promise<Response> {
    const { headers: sent, body } = init;
    this.received.push({
      request,
      headers: sent as Record<string, string>,
      body: typeof body === 'string' ? JSON.parse(body) : undefined,
    });
    const waiting = this.replies.get(request);
    const quiet = QUIET.find(([known]) => request.startsWith(known))?.[1];
    const reply = (await (waiting && waiting.length > 1 ? waiting.shift() : waiting?.[0])) ?? quiet;
    if (!reply) fail(`Nobody expected ${request}`);
    if (!reply || reply.status === 0) throw new TypeError('Failed to fetch');
    const headers = new Headers(reply.body === null ? {} : { 'content-type': 'application/json' });
    const json = (): Promise<unknown> => (reply === BROKEN_OFF ? Promise.reject(new TypeError('broken off')) : Promise.resolve(reply.body));
    return { status: reply.status, headers, json } as Response;
  }
}

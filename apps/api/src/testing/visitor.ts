import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Problem, SessionView } from '@slusen/contracts';
import { randomInt, randomUUID } from 'node:crypto';

type Headers = Record<string, string | undefined>;
type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An answer as a spec looks at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  /** What a problem answer says, empty for any other. */
  readonly problem: Partial<Problem>;
  /** The text read as JSON. */
  json<Shape>(): Shape;
}

export interface Asked {
  readonly body?: unknown;
  /** A header named here replaces what would be sent; undefined leaves it out. */
  readonly headers?: Headers;
}

/** Which status an answer has, and the code of its problem. */
export const coded = ({ status, problem }: Answer): unknown[] => [status, problem.code];

/** Someone with a browser: keeps the session's cookie and token, and sends what the dashboard would. */
export class Visitor {
  cookie: string | undefined;
  csrfToken: string | undefined;

  /** `address`: where the requests come from; everyone has another, so that nobody is slowed down for others. */
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
  ) {}

  /** With a password, and with the code of a second factor where one is named. */
  async signIn(username: string, proof: string | { password: string; code?: string | undefined }, headers: Headers = {}): Promise<Answer> {
    const answer = await this.ask('POST', '/api/session', {
      body: { username, ...(typeof proof === 'string' ? { password: proof } : proof) },
      headers: { 'idempotency-key': undefined, ...headers },
    });
    if (answer.status === 201) {
      this.cookie = String(answer.headers['set-cookie']).split(';')[0];
      this.csrfToken = answer.json<SessionView>().csrfToken;
    }
    return answer;
  }

  /** Whether the session still holds. */
  async isSignedIn(): Promise<boolean> {
    return (await this.get('/api/session')).status === 200;
  }

  get(url: string, headers: Headers = {}): Promise<Answer> {
    return this.ask('GET', url, { headers });
  }

  post(url: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.ask('POST', url, { body, headers });
  }

  put(url: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.ask('PUT', url, { body, headers });
  }

  delete(url: string, headers: Headers = {}): Promise<Answer> {
    return this.ask('DELETE', url, { headers });
  }

  async ask(method: Method, url: string, { body, headers = {} }: Asked = {}): Promise<Answer> {
    const isChange = method !== 'GET' && method !== 'HEAD';
    const all: Headers = {
      cookie: this.cookie,
      ...(isChange ? { 'x-csrf-token': this.csrfToken } : {}),
      ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    const present = Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined));
    const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
    const answer = await this.app.inject({
      method,
      url,
      headers: present,
      remoteAddress: this.address,
      ...(payload === undefined ? {} : { payload }),
    });
    const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
    const json = <Shape>(): Shape => JSON.parse(answer.body) as Shape;
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, problem: isProblem ? json<Problem>() : {}, json };
  }
}

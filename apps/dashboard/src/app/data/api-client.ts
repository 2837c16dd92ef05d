import { inject, Injectable, makeStateKey, REQUEST_CONTEXT, signal, TransferState, type StateKey } from '@angular/core';
import { ApiError } from './api-problem.js';
import type { RenderContext } from './render-context.js';

/** An answer as it came: its status and, as JSON, what it says. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A change that is asked for. */
export interface Change {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Sent as it is, in the place of a body of JSON. */
  readonly file?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What whoever is signed in adds to requests. */
export interface SignedInRequests {
  /** Proves to the API that a change comes from our own form. */
  token(): string | undefined;
  /** The API was just used, which moves the idle end of the session. */
  touch(): void;
  /** Waits until the person has signed in again; rejects when they give up. */
  signInAgain(): Promise<void>;
}

const SESSION = '/api/session';
/** What anyone may read: asking for it does not keep a session alive. */
const OPEN = /^\/api\/(?:site|start|areas|goals|indicators|actors|actions|roles)(?:[/?]|$)/;

/**
 * The one way to the API. On the server reads are answered in-process and travel with the page, so that the browser need
 * not ask again; in the browser they are requests. A plain `fetch`, since Angular's client would take a tenth of all the
 * JavaScript a public page may cost.
 */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  private readonly context = inject<unknown>(REQUEST_CONTEXT, { optional: true });
  private readonly state = inject(TransferState);
  private signedIn: SignedInRequests | undefined;
  private readonly changed = signal(0);
  /** How many changes were made: what is told by all that is there is read anew with each. */
  readonly changes = this.changed.asReadonly();

  /** Makes every request one of the person's who is signed in; none: of the public. */
  actFor(signedIn: SignedInRequests | undefined): void {
    this.signedIn = signedIn;
  }

  /** What the server already read for this page, once: later visits ask anew. */
  transferred(path: string): Answer | undefined {
    if (isRenderContext(this.context)) return undefined;
    const key = keyOf(path);
    const answer = this.state.get<Answer | undefined>(key, undefined);
    this.state.remove(key);
    return answer;
  }

  /** The answer to a GET, whatever its status; status 0 when none came. */
  async answer(path: string): Promise<Answer> {
    if (!isRenderContext(this.context)) return this.request(path, { method: 'GET' });
    const answer = await this.context.read(path);
    this.state.set(keyOf(path), answer);
    return answer;
  }

  /** What a GET says; throws an `ApiError` for anything but success. */
  async get<T>(path: string): Promise<T> {
    return bodyOf<T>(await this.answer(path));
  }

  /** Asks for a change and gives what the API says of it; throws an `ApiError` when it is refused. */
  async send<T>({ method, path, body, file, headers }: Change): Promise<T> {
    const content = body === undefined ? { body: file ?? null } : { body: JSON.stringify(body), headers: { ...headers, 'Content-Type': 'application/json' } };
    const changed = bodyOf<T>(await this.request(path, { method, headers: { ...headers }, ...content }));
    this.changed.update((count) => count + 1);
    return changed;
  }

  /** Lets someone whose session ended sign in again in place: the request waits and is sent once more, so no work is lost. */
  private async request(path: string, init: RequestInit): Promise<Answer> {
    const { signedIn } = this;
    const answer = await this.fetch(path, init);
    if (!signedIn || OPEN.test(path)) return answer;
    if (answer.status === 401 && path !== SESSION) {
      await signedIn.signInAgain();
      return this.fetch(path, init);
    }
    if (answer.status > 0 && answer.status < 400) signedIn.touch();
    return answer;
  }

  private async fetch(path: string, init: RequestInit): Promise<Answer> {
    const token = init.method === 'GET' ? undefined : this.signedIn?.token();
    const headers = { Accept: 'application/json', ...(init.headers as Record<string, string>), ...(token && { 'X-CSRF-Token': token }) };
    try {
      // Whoever is signed in sees what they just changed, where the browser keeps a public answer for a minute.
      const response = await fetch(path, { ...init, headers, cache: this.signedIn ? 'no-cache' : 'default' });
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, body: isJson ? await response.json() : null };
    } catch {
      // No answer came (or it broke off): the caller tells the person, who may try again.
      return { status: 0, body: null };
    }
  }
}

function bodyOf<T>({ status, body }: Answer): T {
  if (status >= 200 && status < 300) return body as T;
  throw new ApiError(status, body);
}

function keyOf(path: string): StateKey<Answer | undefined> {
  return makeStateKey(path);
}

/** Whether this is what the server's renderer brings along. */
export function isRenderContext(context: unknown): context is RenderContext {
  return typeof context === 'object' && context !== null && 'read' in context && typeof context.read === 'function';
}

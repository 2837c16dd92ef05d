/** Requests that are asked again, word for word, until they are answered: what a careful client does when the line is cut. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const AGAIN_AFTER_MS = 40;
const ANSWERS_WITHIN_MS = 15_000;
const GIVE_UP_AFTER_MS = 60_000;

/** Answers that say "ask again": the database is away, or the first try still runs. */
const AGAIN = (status, code) => status === 503 || (status === 409 && code === 'idempotency.running');

/** The writes of people who are signed in, against one address. `people`: headers by username. */
export class Requests {
  /** Requests that got no answer at first. */
  unanswered = 0;
  /** Those of them that had been done all the same: asked again, they gave the first answer. */
  doneUnanswered = 0;
  /** Answers no client should get. */
  faults = [];

  constructor(url, people) {
    Object.assign(this, { url, people });
  }

  /** A new entry. */
  record(who, body) {
    return this.#send(who, { method: 'POST', path: '/api/entries', key: randomUUID(), body });
  }

  /** The next step of an entry. */
  step(who, { id, version }, body) {
    return this.#send(who, { method: 'POST', path: `/api/entries/${id}/steps`, key: randomUUID(), version, body });
  }

  /** Another figure in an entry. It carries no key: a version that moved on to just this figure says it had been saved. */
  async save(who, { id, version }, body) {
    const saved = await this.#send(who, { method: 'PUT', path: `/api/entries/${id}`, version, body }, async () => {
      const { answer } = await this.#ask(who, { method: 'GET', path: `/api/entries/${id}` });
      return answer.version === version + 1 && answer.value === body.value && answer.events.at(-1).action === 'save' ? answer : undefined;
    });
    return saved;
  }

  /** Sends until an answer comes, and gives it. `afterCut`: looks for what a lost answer would have said. Throws after a minute. */
  async #send(who, request, afterCut = async () => undefined) {
    const begun = Date.now();
    let cutAt;
    while (Date.now() - begun < GIVE_UP_AFTER_MS) {
      const { status, answer } = await this.#ask(who, request);
      if (status === 200 || status === 201) return this.#acknowledged(answer, cutAt);
      if (status === 412 && cutAt) {
        const found = await afterCut();
        if (found) return this.#acknowledged(found, cutAt);
      }
      if (status !== undefined && !AGAIN(status, answer?.code)) this.#fault(request, status, answer);
      if (!cutAt) this.unanswered += 1;
      cutAt ??= Date.now();
      await sleep(AGAIN_AFTER_MS);
    }
    throw new Error(`${request.method} ${request.path} was not answered for ${GIVE_UP_AFTER_MS / 1000} seconds.`);
  }

  #acknowledged(answer, cutAt) {
    if (cutAt && Date.parse(answer.events.at(-1).at) < cutAt) this.doneUnanswered += 1;
    return answer;
  }

  /** A refusal of what is right is a fault; so is a 500. Asking again would not help the first. */
  #fault({ method, path }, status, answer) {
    const fault = `${method} ${path}: ${status} ${JSON.stringify(answer)}`;
    this.faults.push(fault);
    if (status < 500) throw new Error(fault);
  }

  /** One try; without a status when the line was cut. */
  async #ask(who, { method, path, key, version, body }) {
    const headers = {
      ...this.people[who],
      ...(body && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
      ...(version && { 'if-match': `"${version}"` }),
    };
    try {
      const response = await fetch(`${this.url}${path}`, {
        method,
        headers,
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
      });
      return { status: response.status, answer: await response.json() };
    } catch {
      return {};
    }
  }
}

/** A bounded writing load: lanes that each take one figure after the other through the whole write path, by two people. */
import { setTimeout as sleep } from 'node:timers/promises';

const PERIODS = Array.from({ length: 40 }, (_, at) => `${2015 + Math.floor(at / 4)}-Q${(at % 4) + 1}`);
/** Every question a figure could raise is answered beforehand. */
const ANSWERS = ['outside-limits', 'unusual-change', 'repeated', 'balance'].map((kind) => ({ kind, comment: 'Kontrollerat' }));
const PAUSE_MS = 5;
const POLL_MS = 10;

/** Lanes that write until they are paused. `lanes`: `{ breakdown, indicator, reporter, reviewer }`; each has a series of its own. */
export class Load {
  #isPaused = true;
  #waiting = [];
  #idle = new Set();
  #failed;

  constructor({ requests, ledger, chance, lanes }) {
    Object.assign(this, { requests, ledger, chance, lanes });
    for (const lane of lanes) this.#run(lane).catch((error) => (this.#failed = error));
  }

  resume() {
    this.#throwIfFailed();
    this.#isPaused = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Lets every lane finish the request it waits for, then returns. */
  async pause() {
    this.#isPaused = true;
    while (this.#idle.size < this.lanes.length) {
      this.#throwIfFailed();
      await sleep(POLL_MS);
    }
  }

  /** Waits until every lane was answered to something it asked after the moment; gives the milliseconds since then. */
  async untilWritingSince(moment) {
    while (this.lanes.some(({ askedAt = 0 }) => askedAt <= moment)) {
      this.#throwIfFailed();
      await sleep(POLL_MS);
    }
    return Date.now() - moment;
  }

  #throwIfFailed() {
    if (this.#failed) throw this.#failed;
  }

  async #run(lane) {
    for (let at = 0; ; at++) await this.#figure(lane, PERIODS[at % PERIODS.length], at);
  }

  /** One figure: recorded, sometimes rewritten, submitted, sometimes returned and submitted again, approved. */
  async #figure(lane, period, at) {
    const { breakdown, indicator, reporter, reviewer } = lane;
    const figure = () => ({ value: Math.round(this.chance.between(1, 90)), quality: 'final', answers: ANSWERS, comment: `Omgång ${at}` });
    const submit = (entry) => this.requests.step(reporter, entry, { action: 'submit', reason: `Omgång ${at}` });
    let entry = await this.#write(lane, () => this.requests.record(reporter, { indicator, period, breakdown, ...figure() }));
    if (this.chance.happens(0.4)) entry = await this.#write(lane, () => this.requests.save(reporter, entry, figure()));
    entry = await this.#write(lane, () => submit(entry));
    if (this.chance.happens(0.3)) {
      entry = await this.#write(lane, () => this.requests.step(reviewer, entry, { action: 'return', reason: 'Se över' }));
      entry = await this.#write(lane, () => this.requests.save(reporter, entry, figure()));
      entry = await this.#write(lane, () => submit(entry));
    }
    await this.#write(lane, () => this.requests.step(reviewer, entry, { action: 'approve' }));
  }

  /** Writes when it may, and remembers what was acknowledged. */
  async #write(lane, work) {
    this.#idle.add(lane);
    if (this.#isPaused) await new Promise((go) => this.#waiting.push(go));
    this.#idle.delete(lane);
    const askedAt = Date.now();
    const entry = await work();
    this.ledger.acknowledge(entry);
    lane.askedAt = askedAt;
    await sleep(PAUSE_MS);
    return entry;
  }
}

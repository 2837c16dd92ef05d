/** What a run of specs tells: exact counts, how long each spec took, and which ones were running when a process died. */
import { elapsed } from '../launcher/progress.mjs';

const SLOWEST = 10;

/** A reporter of Jasmine for one run in several processes. */
export class Report {
  reporterCapabilities = { parallel: true };
  counts = { passed: 0, failed: 0, pending: 0 };
  #times = [];
  #running = new Map();

  specStarted({ id, fullName }) {
    this.#running.set(id, fullName);
  }

  specDone({ id, status, fullName, duration }) {
    this.#running.delete(id);
    this.#times.push({ fullName, duration: duration ?? 0 });
    if (status in this.counts) this.counts[status] += 1;
  }

  /** An error outside every spec (an afterAll, a file that does not load) is a failure of its own. */
  suiteDone({ failedExpectations }) {
    this.counts.failed += failedExpectations.length;
  }

  jasmineDone({ failedExpectations, overallStatus }) {
    this.counts.failed += failedExpectations.length;
    if (overallStatus !== 'passed') this.failed();
  }

  /** What ends a run without a failed spec is a failure too. */
  failed() {
    this.counts.failed = Math.max(this.counts.failed, 1);
  }

  /** Full names of the specs that had begun and did not end. */
  get unfinished() {
    return [...this.#running.values()];
  }

  /** The specs that took longest, a line each. */
  slowest() {
    const longest = this.#times.sort((one, other) => other.duration - one.duration).slice(0, SLOWEST);
    return longest.map(({ fullName, duration }) => `${elapsed(0, duration).padStart(8)}  ${fullName}`);
  }
}

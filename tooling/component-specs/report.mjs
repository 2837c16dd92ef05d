/** Gathers what a run of specs tells, and says what failed. */
export class Report {
  constructor() {
    Object.assign(this, { passed: 0, failed: 0, pending: 0 });
    this.finished = new Promise((resolve) => (this.finish = resolve));
  }

  spec({ status, fullName, failedExpectations }) {
    if (status === 'excluded') return;
    this[status] += 1;
    process.stdout.write({ passed: '.', failed: 'F' }[status] ?? '*');
    this.sayFaults(fullName, failedExpectations);
  }

  /** What goes wrong outside every spec is a failure of its own. */
  suite({ fullName, failedExpectations }) {
    this.failed += failedExpectations.length;
    this.sayFaults(fullName, failedExpectations);
  }

  end({ failedExpectations, overallStatus, order }) {
    this.suite({ fullName: 'The run', failedExpectations });
    if (overallStatus !== 'passed' && this.failed === 0) this.failed = 1;
    this.order = order;
    this.finish();
  }

  /** An error on the console, or one that nobody caught. */
  fault(text) {
    this.failed += 1;
    console.error(`\nThe page: ${text}`);
    // What keeps the specs from being loaded keeps them from ending, too.
    if (this.passed + this.pending === 0) this.finish();
  }

  /** The counts once everything has run; one failure more when that takes longer than `limit` ms. */
  async counts(limit) {
    const started = Date.now();
    const timer = setTimeout(() => (this.fault(`the specs were not done after ${limit / 1000} s`), this.finish()), limit);
    await this.finished;
    clearTimeout(timer);
    const { passed, failed, pending } = this;
    const seed = this.order ? `, seed ${this.order.seed}` : '';
    console.log(`\n${passed} passed, ${failed} failed, ${pending} pending in ${((Date.now() - started) / 1000).toFixed(1)} s${seed}`);
    return { passed, failed, pending };
  }

  sayFaults(name, faults) {
    for (const { message, stack } of faults) console.error(`\n${name}:\n  ${message}\n${(stack ?? '').split('\n').slice(0, 6).join('\n')}`);
  }
}

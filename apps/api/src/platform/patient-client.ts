import pg from 'pg';

/** For how long, in milliseconds, a single statement may go without an answer: longer than readers wait for writers, and pages promise theirs within three seconds. */
const ALONE = 2200;
/** In a transaction it may wait for others; the database itself gives it up after 30 seconds, and says so when it can. */
const IN_TRANSACTION = 31_000;

type Ask = (...asked: unknown[]) => unknown;

/**
 * A connection that is let go of when the database does not answer: one that is frozen, or lost behind a network that broke, says nothing
 * at all. Whoever waited is told that the connection was terminated, and the pool opens another. Streams (COPY, cursors) take their time.
 */
export class PatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as Ask;
    this.query = ((...asked: unknown[]) => this.inTime(ask, asked)) as typeof this.query;
  }

  private inTime(ask: Ask, asked: unknown[]): unknown {
    const answered = this.watch();
    const callback = asked.at(-1);
    if (typeof callback === 'function') {
      const told: Ask = (...answer) => (answered(), (callback as Ask)(...answer));
      return ask(...asked.slice(0, -1), told);
    }
    const answer = ask(...asked);
    if (answer instanceof Promise) answer.then(answered, answered);
    else answered();
    return answer;
  }

  /** Begins to wait; gives what ends it. An answer that lies there unread, because the process was busy, is read before it is too late. */
  private watch(): () => void {
    const isAlone = (this.getTransactionStatus() ?? 'I') === 'I';
    let isAnswered = false;
    const giveUp = (): void => void (isAnswered || this.connection.stream.destroy());
    const timer = setTimeout(() => setImmediate(giveUp), isAlone ? ALONE : IN_TRANSACTION);
    return () => {
      isAnswered = true;
      clearTimeout(timer);
    };
  }
}

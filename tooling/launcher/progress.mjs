/** What the person waiting sees: one line per step with its seconds, alive on a terminal, every ten seconds in a log. */

/** A failure that one sentence explains: shown without a stack, with the tail of the log when there is one. */
export class StepError extends Error {
  constructor(sentence, { tail = '', log = '' } = {}) {
    super(sentence);
    this.tail = tail;
    this.log = log;
  }
}

const out = process.stderr;

/** Seconds since a moment of `Date.now()`, as read by people: `0.4 s`, `12 s`, `2 min 5 s`. */
export function elapsed(since, now = Date.now()) {
  const seconds = (now - since) / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Shows a title while `work` runs and how it went with its seconds; gives what `work` gives, passes its error on. */
export async function step(title, work) {
  const since = Date.now();
  const stop = out.isTTY ? spin(title, since) : tick(title, since);
  try {
    const result = await work();
    stop();
    say(`✓ ${title} (${elapsed(since)})`);
    return result;
  } catch (error) {
    stop();
    say(`✗ ${title} (${elapsed(since)})`);
    throw error;
  }
}

/** One line to the person, on standard error: standard output belongs to the task. */
export function say(line) {
  out.write(`${line}\n`);
}

/** The one sentence of a failure and what the log said last. An error that is no StepError keeps its stack. */
export function sayFailure(error) {
  if (!(error instanceof StepError)) return say(error.stack ?? String(error));
  if (error.tail) say(error.tail.replace(/^/gm, '  │ '));
  say(`Stopped: ${error.message}${error.log ? ` The whole log: ${error.log}` : ''}`);
}

function spin(title, since) {
  const frames = ['⠋', '⠙', '⠹', '⠸', '⠴', '⠦', '⠇'];
  let frame = 0;
  const draw = () => out.write(`\r\x1b[2K${frames[frame++ % frames.length]} ${title} … ${elapsed(since)}`);
  draw();
  const timer = setInterval(draw, 120);
  return () => {
    clearInterval(timer);
    out.write('\r\x1b[2K');
  };
}

function tick(title, since) {
  say(`… ${title}`);
  const timer = setInterval(() => say(`… ${title}, ${elapsed(since)} so far`), 10_000);
  return () => clearInterval(timer);
}

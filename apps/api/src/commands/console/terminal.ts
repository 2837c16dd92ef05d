import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** The person before a command, or the program that reads its output. */
export interface Terminal {
  /** Whether someone sits there who can be asked. */
  readonly isPerson: boolean;
  /** A line of the answer. */
  say(line: string): void;
  /** A line about what went wrong, or what is going on. */
  complain(line: string): void;
  /** One line that is replaced by the next; undefined takes it away. */
  progress(line: string | undefined): void;
  /** The line that is typed or sent; undefined when none comes. Hidden: not shown while it is typed. */
  ask(question: string, options?: { readonly hidden?: boolean }): Promise<string | undefined>;
}

const PATIENCE_MS = 10_000;

/** The terminal that this process was started in. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  const isPerson = stdin.isTTY && stderr.isTTY;
  return {
    isPerson,
    say: (line) => void stdout.write(`${line}\n`),
    complain: (line) => void stderr.write(`${line}\n`),
    progress: (line) => {
      if (stderr.isTTY) stderr.write(`\r\u001b[2K${line ?? ''}`);
    },
    ask: (question, { hidden = false } = {}) => (isPerson ? typed(question, hidden) : sent()),
  };
}

function typed(question: string, hidden: boolean): Promise<string | undefined> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: hidden ? nowhere : process.stderr, terminal: true });
  return new Promise((resolve) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    // Ctrl-C and Ctrl-D end the question without an answer.
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () => {
      if (hidden) process.stderr.write('\n');
      resolve(undefined);
    });
  });
}

/** The first line of what another program sends; it is not waited for without end. */
function sent(): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin });
  return new Promise((resolve) => {
    const end = (line: string | undefined): void => {
      clearTimeout(late);
      resolve(line);
      lines.close();
    };
    const late = setTimeout(() => end(undefined), PATIENCE_MS);
    lines.once('line', end);
    lines.once('close', () => end(undefined));
  });
}

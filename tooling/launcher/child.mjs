/** Starting other programs: in front of the person, or quietly with a log. Signals reach them, none is left behind. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { StepError } from './progress.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Characters of what a program said last: more than npm's manual, which it prints after an error, so that the error is among them. */
const KEPT = 16_000;

/**
 * Runs a program with the terminal as its own, and gives its exit code (128 + number when a signal ended it).
 * Ctrl-C reaches the whole terminal group by itself, so a SIGINT is only passed on where there is no terminal.
 */
export function runInFront(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, forward);
  return ended(child, command).finally(() => {
    for (const signal of SIGNALS) process.off(signal, forward);
  });
}

/**
 * Starts a program without the terminal; its output goes to the file `log`, its last lines to `tail()`. A signal to this
 * process ends the program first, then this process. `ended` gives the exit code; `stop()` asks it to end, then waits.
 */
export function startQuietly(command, args, { log, ...options }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = createWriteStream(log);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let last = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      file.write(chunk);
      last = (last + chunk).slice(-KEPT);
    });
  }
  const onSignal = (signal) => {
    child.kill(signal);
    child.once('close', () => process.exit(128 + constants.signals[signal]));
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const finished = ended(child, command).finally(() => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    file.end();
  });
  const stop = () => (child.kill('SIGTERM'), endedWithin(child, finished, 20_000));
  return { ended: finished, stop, log, tail: () => tailOf(last) };
}

/** Runs a program quietly to its end. Throws a StepError with `sentence` and the last lines when it fails. */
export async function runQuietly(command, args, { sentence, ...options }) {
  const program = startQuietly(command, args, options);
  const code = await program.ended;
  if (code !== 0) throw new StepError(sentence, { tail: program.tail(), log: program.log });
}

/** The last twenty lines, without the manual that npm prints after an error. */
function tailOf(text) {
  const [said] = stripVTControlCharacters(text).split(/^npm \S+ Clean install a project$/m);
  return said.trimEnd().split('\n').slice(-20).join('\n');
}

async function endedWithin(child, finished, limit) {
  const kill = setTimeout(() => child.kill('SIGKILL'), limit);
  await finished.finally(() => clearTimeout(kill));
}

/**
 * Ends this process, and with it what it has started, when its parent is gone. The shell between npm and the launcher
 * does not pass signals on, so a stopped `npm start` would leave the application running with no one to stop it.
 */
export function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

function ended(child, command) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new StepError(`${command} could not be started (${error.code ?? error.message}).`)));
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** The programs of a run: starting them, what they used, and ending them. Each is its own process. */
import { fork } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { YOUNG_HEAP } from '../tasks/build.mjs';

const STARTS_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 15_000;
/** Whatever ends the bench ends these. */
const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGTERM')));

/** A clock tick of /proc: 100 a second on every Linux that Node supports. */
const TICK_MS = 10;
const PEAK_EVERY_MS = 20;

const ownFile = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The environment of a child: this one's, without the application's own settings. */
export function cleanEnvironment(more = {}) {
  const own = /^(PORT|HOST|PUBLIC_URL|TRUST_PROXY|DATABASE_URL|DATABASE_OWNER_URL|DATA_DIR|DEMO|LOG_LEVEL|MUNICIPALITY.*|NODE_OPTIONS)$/;
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name));
  return { ...Object.fromEntries(kept), ...more };
}

/**
 * Starts the built application (`main`: its file; `execArgv` for its Node) on a free port; gives its address, its process and the milliseconds
 * until it listened. Throws with what it said when it does not start.
 */
export async function startApp({ main, env, execArgv = [] }) {
  const begun = performance.now();
  const settings = cleanEnvironment({ PORT: '0', LOG_LEVEL: 'warn', NODE_ENV: 'production', ...env });
  const child = remember(fork(main, [], { env: settings, execArgv, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }));
  const said = listenTo(child);
  const url = await withinTime(Promise.race([said.find(/SLUSEN is running: (http:\S+)/), endOf(child, said)]));
  return { url, child, pid: child.pid, startedIn: performance.now() - begun, stop: () => stop(child) };
}

/** Starts a program of this folder and hands it its orders; gives what it answers first, and how to ask it more. */
export async function startHelper(file, orders) {
  const env = cleanEnvironment({ NODE_ENV: 'production' });
  const child = remember(fork(ownFile(file), [], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
  const ask = (order) => withinTime(answerTo(child, order), 120_000);
  const ready = await ask(orders);
  return { ready, ask, child, pid: child.pid, stop: () => stop(child) };
}

/**
 * Runs a command of the application to its end; gives its milliseconds from start to end, the most memory it held (MiB; undefined where
 * the system does not tell) and what it printed. It is started as `npm run` starts it. Throws when it fails.
 */
export async function runCommand(file, commandArguments, { env }) {
  const begun = performance.now();
  const settings = cleanEnvironment({ LOG_LEVEL: 'warn', ...env });
  const child = remember(fork(file, commandArguments, { env: settings, execArgv: [YOUNG_HEAP], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }));
  const said = listenTo(child);
  const peak = watchPeak(child.pid);
  const code = await new Promise((resolve) => child.once('close', resolve));
  const [took, peakMemory] = [performance.now() - begun, peak.stop()];
  if (code !== 0) throw new Error(`${file} ended with ${code}: ${said.text()}`);
  return { took, peakMemory, output: said.text() };
}

/** Runs a program of this folder to its end, like a command of the application. */
export function runProgram(file, programArguments, env) {
  return runCommand(ownFile(file), programArguments, { env });
}

/** The system keeps the peak itself, so only what comes after the last look is missed. */
function watchPeak(pid) {
  let peak;
  const look = () => (peak = mebibytes(procFile(pid, 'status'), /^VmHWM:\s+(\d+) kB/m) ?? peak);
  const timer = setInterval(look, PEAK_EVERY_MS);
  return { stop: () => (clearInterval(timer), peak) };
}

/** Milliseconds of processor time a process has used so far; undefined where the system does not tell. */
export function cpuMsOf(pid) {
  const fields = statOf(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/**
 * Milliseconds of processor time that a process and everything it started have used so far, what ended in between included (its parent
 * keeps the account); undefined where the system does not tell.
 */
export function cpuMsOfFamily(pid) {
  const spent = [pid, ...descendantsOf(pid)].flatMap((member) => {
    const fields = statOf(member);
    return fields ? fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS : [];
  });
  return spent.length > 0 ? spent.reduce((sum, ms) => sum + ms, 0) : undefined;
}

/** Resident memory of a process in MiB; undefined where the system does not tell. */
export function memoryOf(pid) {
  return mebibytes(procFile(pid, 'status'), /^VmRSS:\s+(\d+) kB/m);
}

/** Memory of everything a process started, in MiB, pages they share counted once; undefined where the system does not tell. */
export function memoryOfChildren(pid) {
  // A process may have ended since it was listed.
  const shares = descendantsOf(pid).flatMap((child) => mebibytes(procFile(child, 'smaps_rollup'), /^Pss:\s+(\d+) kB/m) ?? []);
  return shares.length > 0 ? shares.reduce((sum, share) => sum + share, 0) : undefined;
}

/** The processes that a process started itself. */
export function childrenOf(pid) {
  return parents()
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child);
}

function descendantsOf(pid) {
  const known = parents();
  const found = [pid];
  for (const parent of found) found.push(...known.filter(([, of]) => of === parent).map(([child]) => child));
  return found.slice(1);
}

/** Every process with the one that started it. */
function parents() {
  if (process.platform !== 'linux') return [];
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map((name) => [Number(name), Number(statOf(name)?.[1])]);
}

/** What the system tells of a process, from its state on: the second is its parent, the twelfth to fifteenth its ticks. */
function statOf(pid) {
  return procFile(pid, 'stat')
    ?.replace(/^.*\) /s, '')
    .split(' ');
}

function procFile(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}

function mebibytes(text, pattern) {
  const found = text && pattern.exec(text);
  return found ? Number(found[1]) / 1024 : undefined;
}

function remember(child) {
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

function listenTo(child) {
  let text = '';
  const waiting = [];
  const hear = (chunk) => {
    text = (text + chunk).slice(-20_000);
    for (const { pattern, resolve } of waiting) if (pattern.test(text)) resolve(pattern.exec(text)[1]);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return { text: () => text, find: (pattern) => new Promise((resolve) => waiting.push({ pattern, resolve })) };
}

async function endOf(child, said) {
  const code = await new Promise((resolve) => child.once('close', resolve));
  throw new Error(`The application ended with ${code} before it listened: ${said.text()}`);
}

function answerTo(child, order) {
  return new Promise((resolve, reject) => {
    const onEnd = (code) => reject(new Error(`A process of the bench ended with ${code}`));
    child.once('close', onEnd);
    child.once('message', (answer) => {
      child.off('close', onEnd);
      if (answer.error) reject(new Error(answer.error));
      else resolve(answer);
    });
    child.send(order);
  });
}

async function withinTime(work, limit = STARTS_WITHIN_MS) {
  const timer = new AbortController();
  const late = sleep(limit, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new Error(`Nothing happened for ${limit / 1000} seconds`);
  });
  late.catch(() => undefined);
  return Promise.race([work, late]).finally(() => timer.abort());
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN_MS);
  await ended.finally(() => clearTimeout(kill));
}

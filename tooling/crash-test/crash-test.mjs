/**
 * Kills the application, its database or both while people write, ten times over, and sees that nothing acknowledged is
 * lost or doubled: `npm run crash-test -- [--rounds 10] [--seed NUMBER]`. Prints a line per round; exits 1 on any loss.
 */
import { mkdtemp, chmod, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { signIn } from '../bench/people.mjs';
import { runCommand } from '../bench/processes.mjs';
import { chanceFrom } from './chance.mjs';
import { Ledger } from './ledger.mjs';
import { Load } from './load.mjs';
import { Requests } from './requests.mjs';
import { freePort, Victim } from './victim.mjs';

const KILLS = ['app', 'database', 'both'];
const LANES_PER_PAIR = 3;
/** Who reports and who reviews, by the demonstration's usernames; each pair shares a department. */
const PAIRS = [{ reporter: 'anna', reviewer: 'karin' }, { reporter: 'mikael', reviewer: 'karin' }]; // prettier-ignore
const built = (file) => fileURLToPath(new URL(`../../dist/api/${file}`, import.meta.url));

const COLUMNS = [
  ['round', 5], ['killed', 8], ['after ms', 8], ['writes', 6], ['cut off', 7], ['done all the same', 17], ['writing again ms', 16], ['lost', 4], ['doubled', 7], ['verify', 6],
]; // prettier-ignore

async function crashTest({ rounds, seed }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'slusen-crash-'));
  await chmod(dataDir, 0o711);
  const victim = new Victim({ main: built('main.mjs'), dataDir, port: await freePort() });
  const stopAll = () => void victim.stop().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stopAll);
  let isWell = false;
  try {
    console.log(`Starting the demonstration in ${dataDir} (seed ${seed}) …`);
    await victim.start();
    isWell = await runRounds({ victim, rounds, chance: chanceFrom(seed) });
  } finally {
    await victim.stop();
    if (isWell) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    else console.log(`What is left of it is in ${dataDir}; the same moments come again with --seed ${seed}.`);
  }
  return isWell ? 0 : 1;
}

async function runRounds({ victim, rounds, chance }) {
  const people = await signInAll(victim);
  const lanes = await lanesOf(victim, people);
  const requests = new Requests(victim.url, people);
  const ledger = new Ledger(lanes.map(({ breakdown }) => breakdown));
  const load = new Load({ requests, ledger, chance, lanes });
  const failures = [];
  console.log(COLUMNS.map(([name, width]) => name.padStart(width)).join('  '));
  for (let round = 1; round <= rounds; round++) {
    const result = await runRound({ victim, requests, ledger, load, chance, what: KILLS[(round - 1) % KILLS.length] });
    failures.push(...result.failures.map((failure) => `round ${round}: ${failure}`));
    console.log([round, ...result.cells].map((cell, at) => String(cell).padStart(COLUMNS[at][1])).join('  '));
  }
  for (const failure of failures) console.log(failure);
  console.log(
    failures.length === 0
      ? `${rounds} rounds, ${ledger.size} acknowledged writes, each there once.`
      : `${failures.length} things went wrong.`,
  );
  return failures.length === 0;
}

/** Writes, kills at some moment, starts what was killed, goes on writing a while, then compares and verifies. */
async function runRound({ victim, requests, ledger, load, chance, what }) {
  const before = { size: ledger.size, unanswered: requests.unanswered, done: requests.doneUnanswered, faults: requests.faults.length };
  load.resume();
  const after = Math.round(chance.between(300, 2500));
  await sleep(after);
  await victim.kill(what);
  const killedAt = Date.now();
  if (what !== 'database') await victim.start();
  const writingAgain = await load.untilWritingSince(killedAt);
  await sleep(chance.between(200, 800));
  await load.pause();
  const { lost, doubled } = await ledger.compare(victim.dataDir);
  const verified = await verify(victim.dataDir);
  const faults = requests.faults.slice(before.faults);
  const cells = [
    what,
    after,
    ledger.size - before.size,
    requests.unanswered - before.unanswered,
    requests.doneUnanswered - before.done,
    writingAgain,
    lost.length,
    doubled.length,
    verified ? 'wrong' : 'well',
  ];
  return { cells, failures: [...lost, ...doubled, ...faults, ...(verified ? [verified] : [])] };
}

/** What the application's own check found wrong, if anything. */
async function verify(dataDir) {
  try {
    const { output } = await runCommand(built('commands/verify.mjs'), [], { env: { DATA_DIR: dataDir } });
    return output.includes('Nothing is wrong') ? undefined : `verify ended well without a word of it: ${output}`;
  } catch (error) {
    return error.message;
  }
}

async function signInAll({ url, dataDir }) {
  const accounts = JSON.parse(await readFile(join(dataDir, 'demonstration-accounts.json'), 'utf8'));
  const people = {};
  for (const username of new Set(PAIRS.flatMap(({ reporter, reviewer }) => [reporter, reviewer]))) {
    people[username] = await signIn(
      url,
      accounts.find((account) => account.username === username),
    );
  }
  return people;
}

/** Series that only this test writes to: parts of a quarterly indicator that the reporter answers for. */
async function lanesOf({ url }, people) {
  const lanes = [];
  for (const { reporter, reviewer } of PAIRS) {
    const { items } = await (await fetch(`${url}/api/tasks`, { headers: people[reporter] })).json();
    const task = items.find(({ cadence }) => cadence === 'quarter');
    if (!task) throw new Error(`${reporter} answers for no quarterly indicator in the demonstration.`);
    for (let lane = 1; lane <= LANES_PER_PAIR; lane++)
      lanes.push({ indicator: task.indicator.slug, breakdown: `prov=${reporter}-${lane}`, reporter, reviewer });
  }
  return lanes;
}

function readOrders() {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '10' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
  });
  for (const name of ['rounds', 'seed'])
    if (!/^\d{1,9}$/.test(values[name]) || (name === 'rounds' && Number(values[name]) === 0))
      throw new Error(`--${name} must be a whole number, not "${values[name]}".`);
  return { rounds: Number(values.rounds), seed: Number(values.seed) };
}

try {
  process.exit(await crashTest(readOrders()));
} catch (error) {
  console.error(`Stopped: ${error.message}`);
  process.exit(1);
}

/**
 * `npm run mutation [-- FOLDER …]`: changes the domain's rules one at a time and sees whether a spec notices. What was tried
 * before is not tried again (tmp/mutation), as long as the specs of the folder are the same.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runInFront } from '../launcher/child.mjs';
import { say } from '../launcher/progress.mjs';
import { root } from './build.mjs';

const DOMAIN = 'libs/domain/src';
const STRYKER = join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
/** Least share of changes, in per cent, that the specs of a folder should notice. */
const GOAL = 85;

/** Tries the named folders, or all; gives 1 when the specs of one notice too little. */
export async function mutation(names) {
  const folders = readdirSync(join(root, DOMAIN), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const wanted = names.length ? names : folders.map(({ name }) => name);
  const scores = [];
  for (const name of wanted) scores.push([name, await scoreOf(name)]);
  for (const [name, score] of scores) say(`${name}: ${score === undefined ? 'not measured' : `${score.toFixed(1)} %`}`);
  return scores.every(([, score]) => score >= GOAL) ? 0 : 1;
}

/** How many of a hundred changes to a folder its specs notice; undefined when they could not be tried. */
async function scoreOf(name) {
  const folder = join(root, 'tmp/mutation');
  mkdirSync(folder, { recursive: true });
  const settings = join(folder, `${name}.settings.json`);
  const report = join(folder, `${name}.report.json`);
  writeFileSync(settings, JSON.stringify(settingsOf(name, folder, report)));
  const code = await runInFront(process.execPath, [STRYKER, 'run', settings], { cwd: root });
  return code === 0 && existsSync(report) ? score(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
}

function settingsOf(name, folder, report) {
  return {
    mutate: [`${DOMAIN}/${name}/**/*.ts`, '!**/*.spec.ts', '!**/*.fixtures.ts'],
    // The mutants are all in the code at once, so that it is compiled once; the runner names one of them in the environment.
    buildCommand: `node tooling/mutation/specs.mjs compile ${name}`,
    testRunner: 'command',
    commandRunner: { command: 'node tooling/mutation/specs.mjs run' },
    checkers: [],
    plugins: [],
    ignorePatterns: ['**', '!libs/**', '!tooling/**', '!docs/**', '!package.json', '!tsconfig*.json', '**/node_modules/**'],
    tempDirName: 'tmp/mutation/sandbox',
    incremental: true,
    incrementalFile: join(folder, `${name}.${specsDigest(name)}.incremental.json`),
    reporters: ['clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: report },
    concurrency: availableParallelism(),
    timeoutMS: 4000,
    allowEmpty: true,
  };
}

/** A name for the specs of a folder as they are: a command tells no test from another, so a mutant would stay unnoticed for ever. */
function specsDigest(name) {
  const hash = createHash('sha256');
  for (const file of globSync(`${DOMAIN}/{${name}/**/*,errors}.{spec,fixtures}.ts`, { cwd: root }).sort())
    hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 12);
}

/** Share of the mutants in per cent that a spec noticed, by failing or by never ending; of those that could be tried. */
export function score({ files }) {
  const states = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted) => states.filter((state) => wanted.includes(state)).length;
  const noticed = count('Killed', 'Timeout');
  return (100 * noticed) / (noticed + count('Survived', 'NoCoverage'));
}

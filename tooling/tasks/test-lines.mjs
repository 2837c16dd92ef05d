/**
 * How many lines of tests stand beside how many lines of what they hold to its word, project by project. Tests are specs, their fixtures
 * and what only specs use. Migrations are history: written once and never changed, so they are neither.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

const TEST = /\.(spec|fixtures)\.(ts|mjs)$|\/src\/testing\//;
const HISTORY = /\/migrations\/\d+-\w+\.ts$/;
/** What is counted, said above the counts. */
export const COUNTED = 'Lines of tests (specs, fixtures, src/testing) for lines of the product (without migrations):';
/** Least lines of tests for a line of production; what is not named has no goal. */
const GOALS = { domain: 1, contracts: 1, api: 1, dashboard: 0.6, ui: 0.6 };
const PROJECTS = [
  'libs/domain',
  'libs/contracts',
  'libs/charts',
  'libs/ui',
  'libs/embedded-postgres',
  'apps/api',
  'apps/dashboard',
  'tooling',
];

/** A line for each project: its lines of tests and of production, how they compare, and whether that is below its goal. */
export function testLines() {
  return PROJECTS.map((folder) => {
    const files = globSync(`${folder}/**/*.{ts,mjs,html}`, { cwd: root, exclude: (name) => name === 'node_modules' });
    return lineOf(
      folder.split('/').at(-1),
      countLines(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(root, file), 'utf8')])),
    );
  });
}

/** Counts the lines that hold something. `files`: pairs of a path and its text. */
export function countLines(files) {
  const counts = { test: 0, production: 0 };
  for (const [path, text] of files.filter(([path]) => !HISTORY.test(path)))
    counts[TEST.test(path) ? 'test' : 'production'] += text.split('\n').filter((line) => line.trim()).length;
  return counts;
}

/** What is told of a project. */
export function lineOf(project, { test, production }) {
  const ratio = test / production;
  const goal = GOALS[project];
  const remark = goal === undefined ? '' : ratio < goal ? `, below ${goal}` : `, at least ${goal}`;
  return `${project}: ${test} lines of tests for ${production} (${ratio.toFixed(2)}${remark})`;
}

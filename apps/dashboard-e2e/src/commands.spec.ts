import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { setting } from './browser.js';

const run = promisify(execFile);
const folder = join(setting('BUILT'), 'api/commands');
const COMMANDS = globSync('*.mjs', { cwd: folder }).map((file) => basename(file, '.mjs'));

/** What a command of the build says; it works beside the running application. */
async function saidBy(command: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await run(process.execPath, [join(folder, `${command}.mjs`), ...args], {
    env: { ...process.env, DEMO: '1' },
  }).catch((refusal: { stdout: string; stderr: string }) => refusal);
  return stdout + stderr;
}

describe('The commands as they are built', () => {
  // A file that another one imports becomes a part of it in the build, and would do nothing and end well.
  for (const command of COMMANDS) {
    it(`do something: ${command}`, async () => {
      expect(await saidBy(command, '--help')).toContain(`npm run ${command.replace('strategy-', 'strategy:').replace('-all', ':all')}`);
    }, 60_000);
  }

  it('are those that there are', () => {
    expect(COMMANDS.sort()).toEqual([
      'account',
      'audit',
      'backup',
      'export-all',
      'import',
      'import-all',
      'machine-key',
      'migration',
      'nightly',
      'practice',
      'restore',
      'strategy-export',
      'strategy-import',
      'strategy-pdf',
      'verify',
    ]);
  });

  it('find nothing wrong with what was recorded', async () => {
    const said = await saidBy('verify');
    expect(said.split('\n').filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(said).toMatch(/Nothing is wrong: \d+ checks/);
  }, 60_000);
});

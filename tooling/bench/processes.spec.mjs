import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childrenOf, cpuMsOf, cpuMsOfFamily, runCommand, runProgram, startHelper } from './processes.mjs';

describe('a program of a run', () => {
  let folder;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'slusen-processes-'))));
  afterAll(() => rm(folder, { recursive: true }));
  const program = async (name, text) => {
    const path = join(folder, `${name}.mjs`);
    await writeFile(path, text);
    return path;
  };

  it('runs to its end, with what it said, how long it took and how much memory it held at most', async () => {
    const hold = `const held = Buffer.alloc(120 * 2 ** 20, 1); setTimeout(() => console.log(String(held.length), process.argv[2], process.env.OF_IT), 150);`;
    const { took, peakMemory, output } = await runCommand(await program('hold', hold), ['sluss'], { env: { OF_IT: 'ja' } });
    expect(output).toBe(`${120 * 2 ** 20} sluss ja\n`);
    expect(took).toBeGreaterThan(150);
    if (process.platform === 'linux') expect(peakMemory).toBeGreaterThan(120);
  });

  it('that fails is an error with what it said', async () => {
    const failing = await program('fail', `console.error('så gick det'); process.exit(3);`);
    await expectAsync(runCommand(failing, [], { env: {} })).toBeRejectedWithError(/ended with 3: så gick det/);
    await expectAsync(runProgram('hand-import.mjs', ['x.csv', 'x'], { DATABASE_URL: 'postgres://127.0.0.1:1/x' })).toBeRejectedWithError(
      /ended with 1/,
    );
  });

  it('has processor time of its own and with everything it started, what has ended included', async () => {
    if (process.platform !== 'linux') return pending('only Linux tells');
    const before = cpuMsOfFamily(process.pid);
    const helper = await startHelper('load-process.mjs', { kind: 'ready' });
    expect(childrenOf(process.pid)).toContain(helper.pid);
    const own = cpuMsOf(helper.pid);
    expect(own).toBeGreaterThan(0);
    await helper.stop();
    expect(childrenOf(process.pid)).not.toContain(helper.pid);
    expect(cpuMsOfFamily(process.pid) - before).toBeGreaterThanOrEqual(own);
  });
});

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARALLEL = new URL('parallel.mjs', import.meta.url).href;

describe('Specs in several processes', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'slusen-specs-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs files with these contents, and gives the counts and all that was said. */
  const run = async (...contents) => {
    const files = contents.map((content, at) => join(folder, `${at}.mjs`));
    files.forEach((file, at) => writeFileSync(file, contents[at]));
    const program = `
      import { runInParallel } from '${PARALLEL}';
      const report = await runInParallel(${JSON.stringify(files)});
      console.log('COUNTS ' + JSON.stringify(report.counts));
      console.log(report.slowest().join('\\n'));
      process.exit();`;
    const said = await new Promise((resolve) => {
      const env = { ...process.env, SPECS_PATIENCE: '1' };
      execFile(process.execPath, ['--input-type=module', '-e', program], { env }, (_error, out, err) => resolve(out + err));
    });
    return { ...JSON.parse(/COUNTS (.*)/.exec(said)[1]), said };
  };
  const passing = (name) => `it('${name}', () => expect(1).toBe(1));`;

  it('are counted over all of them', async () => {
    const { passed, failed, pending } = await run(
      `describe('one', () => { ${passing('a')} ${passing('b')} });`,
      `${passing('c')} it('d', () => pending('later'));`,
      `describe('two', () => it('e', () => expect(1).toBe(2)));`,
    );
    expect({ passed, failed, pending }).toEqual({ passed: 3, failed: 1, pending: 1 });
  });

  it('tell what failed in full, and which took longest first', async () => {
    const slow = `it('slow', () => new Promise((resolve) => setTimeout(resolve, 150)).then(() => expect(1).toBe(1)));`;
    const { said } = await run(
      passing('quick'),
      slow,
      `describe('a sum', () => it('is right', () => expect({ a: 1 }).toEqual({ a: 2 })));`,
    );
    expect(said).toContain('a sum is right');
    expect(said).toContain('Expected $.a = 1 to equal 2.');
    expect(said).toContain(`${join(folder, '2.mjs')}:1:`);
    expect(said).toMatch(/COUNTS .*\n +0\.\d s {2}slow\n/);
  });

  const FAULTS = {
    'an error after the specs of a suite': `describe('a', () => { afterAll(() => { throw new Error('left'); }); ${passing('b')} });`,
    'a file that cannot be loaded': `import './none.mjs';`,
    'a rejection nobody handles': `it('a', async () => { Promise.reject(new Error('lost')); await new Promise((r) => setTimeout(r, 50)); expect(1).toBe(1); });`,
    'a process that ends in the middle': `it('the last', () => process.exit(0));`,
    'a server left running': `import { createServer } from 'node:net'; it('a', () => { createServer().listen(0); expect(1).toBe(1); });`,
  };
  for (const [what, content] of Object.entries(FAULTS)) {
    it(`do not let ${what} pass`, async () => {
      expect((await run(passing('fine'), content)).failed).toBe(1);
    });
  }

  it('name the spec that was running when its process ended, and what was left running', async () => {
    expect((await run(FAULTS['a process that ends in the middle'])).said).toContain('while this ran: the last');
    expect((await run(FAULTS['a server left running'])).said).toContain('A spec left something running (TCPServerWrap');
  });

  it('have ports of their own', async () => {
    const asking = `
      import { createServer } from 'node:http';
      it('reaches its own server', async () => {
        const server = createServer((_request, answer) => answer.end(String(process.pid)));
        await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
        await new Promise((resolve) => setTimeout(resolve, 300));
        for (let n = 0; n < 20; n++) {
          const answer = await fetch('http://127.0.0.1:' + server.address().port, { headers: { connection: 'close' } });
          expect(await answer.text()).toBe(String(process.pid));
        }
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      });`;
    const { passed, failed } = await run(asking, asking);
    expect({ passed, failed }).toEqual({ passed: 2, failed: 0 });
  });
});

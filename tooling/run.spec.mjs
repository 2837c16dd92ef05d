import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive } from './launcher/lock.mjs';

const tooling = fileURLToPath(new URL('./', import.meta.url));

/** A task that tells how it was started, waits when asked to, and ends with the code it is given. */
const TASKS = `
  import { renameSync, writeFileSync } from 'node:fs';
  const [task, code] = process.argv.slice(2);
  const { PID_FILE } = process.env;
  if (PID_FILE) {
    writeFileSync(PID_FILE + '~', String(process.pid));
    renameSync(PID_FILE + '~', PID_FILE);
  }
  if (task === 'wait') {
    process.on('SIGTERM', () => setTimeout(() => process.exit(7), 100));
    setTimeout(() => process.exit(1), 30_000);
  } else process.exitCode = Number(code ?? 0);
  console.log(JSON.stringify({ task, cwd: process.cwd(), node: process.execPath }));
`;

/** A project of no packages around the real launcher. */
function aProject({ engines = `^${process.versions.node}` } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'slusen run å '));
  const write = (file, content) => writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
  mkdirSync(join(root, 'tooling/runtime'), { recursive: true });
  cpSync(join(tooling, 'run.mjs'), join(root, 'tooling/run.mjs'));
  cpSync(join(tooling, 'launcher'), join(root, 'tooling/launcher'), { recursive: true });
  write('tooling/tasks.mjs', TASKS);
  write('package.json', { name: 'p', version: '1.0.0', engines: { node: engines } });
  write('package-lock.json', { name: 'p', version: '1.0.0', lockfileVersion: 3, packages: { '': { name: 'p', version: '1.0.0' } } });
  write('tooling/runtime/package-lock.json', { name: 'r', version: '1.0.0', lockfileVersion: 3, packages: {} });
  return { root, write };
}

function launch(root, ...args) {
  const child = spawn(process.execPath, [join(root, 'tooling/run.mjs'), ...args], { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += chunk));
  child.stderr.on('data', (chunk) => (said.err += chunk));
  const ended = new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
  return { child, said, ended };
}

describe('tooling/run.mjs', () => {
  let project;
  const stamp = () => join(project.root, 'node_modules/.slusen-stamp');
  beforeEach(() => (project = aProject()));
  afterEach(() => rmSync(project.root, { recursive: true, force: true }));

  it('installs once, runs the task in the root, and gives its exit code', async () => {
    const first = await launch(project.root, 'build', '3').ended;
    expect(first.code).withContext(first.err).toBe(3);
    expect(JSON.parse(first.out)).toEqual({ task: 'build', cwd: project.root, node: process.execPath });
    expect(first.err).toMatch(/✓ Installing packages \(.* s\)/);
    const second = await launch(project.root, 'build', '0').ended;
    expect({ code: second.code, err: second.err }).toEqual({ code: 0, err: '' });
  });

  it('installs again when the lock has changed', async () => {
    await launch(project.root, 'x').ended;
    const before = readFileSync(stamp(), 'utf8');
    project.write('package-lock.json', {
      name: 'p',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: { '': { name: 'p', version: '1.0.0', license: 'EUPL-1.2' } },
    });
    expect((await launch(project.root, 'x').ended).err).toContain('Installing packages anew');
    expect(readFileSync(stamp(), 'utf8')).not.toBe(before);
  });

  it('repairs an installation that was killed half-way', async () => {
    mkdirSync(join(project.root, 'node_modules/half'), { recursive: true });
    writeFileSync(join(project.root, 'node_modules/half/package.json'), '{');
    const { code } = await launch(project.root, 'x').ended;
    expect(code).toBe(0);
    expect(existsSync(join(project.root, 'node_modules/half'))).toBeFalse();
    expect(existsSync(stamp())).toBeTrue();
  });

  it('says in one sentence that an installation failed, with what npm said, and leaves no stamp', async () => {
    project.write('package.json', {
      name: 'p',
      version: '1.0.0',
      engines: { node: `^${process.versions.node}` },
      dependencies: { left: '1.0.0' },
    });
    const { code, err } = await launch(project.root, 'x').ended;
    expect(code).toBe(1);
    expect(err).toContain('Stopped: the packages could not be installed');
    expect(err).toContain('Missing: left@1.0.0 from lock file');
    expect(existsSync(stamp())).toBeFalse();
    expect(existsSync(join(project.root, 'tmp/install.lock'))).toBeFalse();
  });

  it('says what to do where there is no newer Node to fetch', async () => {
    rmSync(project.root, { recursive: true });
    project = aProject({ engines: '^99.0.0' });
    const { code, err } = await launch(project.root, 'x').ended;
    expect(code).toBe(1);
    expect(err).toContain(`this machine has Node ${process.versions.node}`);
    expect(err).toContain('install Node 24');
    expect(err.trim().split('\n').length).toBe(1);
  });

  it('lets two starts at once install once', async () => {
    const runs = await Promise.all([launch(project.root, 'x').ended, launch(project.root, 'x').ended]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(runs.filter(({ err }) => err.includes('✓ Installing')).length).toBe(1);
  });

  it('passes a signal on and waits for the task to end by itself', async () => {
    const { child, said, ended } = launch(project.root, 'wait');
    while (!said.out) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGTERM');
    expect((await ended).code).toBe(7);
  });

  it('ends with the npm that started it, though the shell between them passes no signal on', async () => {
    if (process.platform === 'win32') return pending('there the parent of a process is not known to change');
    const pidFile = join(project.root, 'pid');
    const shell = spawn('sh', ['-c', `"${process.execPath}" tooling/run.mjs wait; true`], {
      cwd: project.root,
      env: { ...process.env, npm_lifecycle_event: 'start', PID_FILE: pidFile },
      stdio: 'ignore',
    });
    while (!existsSync(pidFile)) await new Promise((resolve) => setTimeout(resolve, 20));
    shell.kill('SIGKILL');
    const task = Number(readFileSync(pidFile, 'utf8'));
    const until = Date.now() + 4_000;
    while (isAlive(task) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isAlive(task)).toBeFalse();
  });
});

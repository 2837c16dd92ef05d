import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiEntries, OUTPUTS } from './tasks/build.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file) => readFileSync(`${root}${file}`, 'utf8');
const instructions = read('docker/Dockerfile')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line));
const of = (keyword) => instructions.filter((line) => line.startsWith(`${keyword} `)).map((line) => line.slice(keyword.length + 1));
const compose = read('docker/compose.yaml');

describe('docker/Dockerfile', () => {
  const copies = of('COPY').map((line) => line.split(/\s+/));
  const fromProject = copies.filter(([first]) => !first.startsWith('--from')).flatMap((words) => words.slice(0, -1));
  const fromBuild = copies.filter(([first]) => first === '--from=build').flatMap((words) => words.slice(1, -1));

  it('copies files that exist and that its ignore file lets through', () => {
    const passed = read('docker/Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(fromProject.length).toBeGreaterThan(3);
    for (const file of fromProject.filter((name) => name !== '.')) {
      expect(existsSync(`${root}${file}`))
        .withContext(file)
        .toBeTrue();
      expect(passed).toContain(file);
    }
    for (const file of passed)
      expect(existsSync(`${root}${file}`))
        .withContext(file)
        .toBeTrue();
  });

  it('takes over what the build makes', () => {
    const made = ['/app/package.json', '/app/node_modules', ...OUTPUTS.map((folder) => `/app/dist/${folder}`)];
    expect([...fromBuild].sort()).toEqual(made.sort());
  });

  it('runs tasks that exist and starts the program that the build makes', () => {
    const tasks = [...read('docker/Dockerfile').matchAll(/^RUN node tooling\/run\.mjs (\S+)$/gm)].map(([, task]) => task);
    const known = execFileSync(process.execPath, ['tooling/tasks.mjs', 'tasks'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
    expect(tasks).toEqual(['install', 'build']);
    for (const task of tasks) expect(known).toContain(task);
    expect(of('CMD')).toEqual(['["node", "dist/api/main.mjs"]']);
    expect(apiEntries()['main']).toBe('apps/api/src/main.ts');
  });

  it('does not run as root, and asks /ready whether the application is well', () => {
    expect(of('USER')).toEqual(['node']);
    expect(of('HEALTHCHECK').join()).toContain('/ready');
    expect(read('apps/api/src/platform/health.controller.ts')).toMatch(/['"]\/?ready['"]/);
  });

  it('is based on a Node that fits the engines of package.json', () => {
    const majors = JSON.parse(read('package.json')).engines.node.match(/\d+(?=\.\d+\.\d+)/g);
    const bases = of('FROM').map((line) => /^node:(\d+)-/.exec(line)?.[1]);
    expect(bases.length).toBe(2);
    for (const major of bases) expect(majors).toContain(major);
  });
});

describe('docker/compose.yaml', () => {
  it('names files and commands that exist', () => {
    expect(compose).toContain('dockerfile: docker/Dockerfile');
    expect(existsSync(`${root}docker/create-roles.sh`)).toBeTrue();
    const named = [...`${compose}${read('README.md')}`.matchAll(/(commands\/[a-z-]+)\.mjs/g)].map(([, name]) => name);
    expect(new Set(named).size).toBeGreaterThan(5);
    for (const name of named) expect(Object.keys(apiEntries())).toContain(name);
  });

  it('gives the application only settings that it knows', () => {
    const app = /environment:\n((?: {6}.*\n)+)/.exec(compose)?.[1] ?? '';
    const names = [...app.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name);
    expect(names).toContain('DATABASE_OWNER_URL');
    for (const name of names) expect(read('apps/api/src/config.ts')).toMatch(new RegExp(`^  ${name}: `, 'm'));
  });

  it('has no password of its own', () => {
    for (const [, value] of compose.matchAll(/PASSWORD: (.*)$/gm)) expect(value).toMatch(/^\$\{[A-Z_]+:\?\}$/);
  });
});

describe('docker/create-roles.sh', () => {
  const script = read('docker/create-roles.sh');

  it('is a program that the shell can read', () => {
    expect(statSync(`${root}docker/create-roles.sh`).mode & 0o111).not.toBe(0);
    if (process.platform !== 'win32') expect(() => execFileSync('bash', ['-n', 'docker/create-roles.sh'], { cwd: root })).not.toThrow();
  });

  it('makes the database as the embedded one is made', () => {
    const embedded = read('libs/embedded-postgres/src/databases.ts');
    const locale = /LOCALE_PROVIDER icu [^`]*/.exec(embedded)?.[0];
    expect(locale).toBeDefined();
    expect(script).toContain(locale);
    for (const right of ['REVOKE CREATE ON SCHEMA public FROM PUBLIC', 'ALTER SCHEMA public OWNER TO slusen_owner']) {
      expect(embedded).toContain(right);
      expect(script).toContain(right);
    }
  });
});

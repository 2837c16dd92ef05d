import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, newCredentials, readCredentials, ROLES, urlOf, writeCredentials } from './credentials.js';

describe('credentials of the embedded database', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slusen-credentials-'));
    file = join(folder, 'database.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are read as they were written, by their owner only', async () => {
    const credentials = await newCredentials();
    await writeFile(`${file}.unfinished`, 'left by a crash', { mode: 0o644 });
    await writeCredentials(file, credentials);
    expect(await readCredentials(file)).toEqual(credentials);
    expect(await readdir(folder)).toEqual(['database.json']);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('have a different random password for each role and installation', async () => {
    const [one, other] = [await newCredentials(), await newCredentials()];
    const passwords = [...Object.values(one.passwords), ...Object.values(other.passwords)];
    expect(new Set(passwords).size).toBe(2 * ROLES.length);
    for (const password of passwords) expect(password).toMatch(/^[\w-]{43}$/);
  });

  it('make an address that every role can use as it stands', async () => {
    const credentials = await newCredentials();
    const url = new URL(urlOf(credentials, 'slusen_app', 'en kopia'));
    expect([url.hostname, Number(url.port), url.username]).toEqual(['127.0.0.1', credentials.port, 'slusen_app']);
    expect([decodeURIComponent(url.password), url.pathname]).toEqual([credentials.passwords.slusen_app, '/en%20kopia']);
  });

  for (const content of ['', '{"port": 5', '{}', 'null', '{"port":1,"passwords":{"postgres":"short"}}']) {
    it(`are missing in a file with “${content}”`, async () => {
      await writeFile(file, content);
      expect(await readCredentials(file)).toBeUndefined();
    });
  }

  it('keep a port that is free and leave one that is taken', async () => {
    const port = await freePort();
    expect(await freePort(port)).toBe(port);
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const taken = (server.address() as AddressInfo).port;
    expect(await freePort(taken)).not.toBe(taken);
    server.close();
  });
});

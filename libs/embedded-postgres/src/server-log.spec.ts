import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerLog } from './server-log.js';

const ELEVEN_MB = 11 * 1024 * 1024;

describe('log of the database server', () => {
  let folder: string;
  let log: ServerLog;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slusen-log-'));
    log = new ServerLog(join(folder, 'postgres.log'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('tells what was written since a start', async () => {
    await writeFile(log.file, 'before\n');
    const { handle, from } = await log.open();
    await handle.write('FATAL: å\n');
    await handle.close();
    expect(await log.since(from)).toBe('FATAL: å\n');
  });

  it('begins anew when it is large, under a server that goes on writing', async () => {
    const { handle } = await log.open();
    await handle.write('x'.repeat(ELEVEN_MB));
    await log.rotate();
    await handle.write('after\n');
    await handle.close();
    expect(await readFile(log.file, 'utf8')).toBe('after\n');
    expect((await stat(`${log.file}.1`)).size).toBe(ELEVEN_MB);
  });

  it('is put aside at a start when it is large, and stays when it is small', async () => {
    await writeFile(log.file, 'x'.repeat(ELEVEN_MB));
    const { handle, from } = await log.open();
    await handle.write('small\n');
    await handle.close();
    expect(from).toBe(0);
    await log.rotate();
    expect(await readFile(log.file, 'utf8')).toBe('small\n');
  });
});

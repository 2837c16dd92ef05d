import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { serversIn, servesFolder, startOf } from './process-identity.js';

describe('identity of a process', () => {
  it('has a start that stays the same while it lives and is gone with it', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const pid = child.pid as number;
    const start = await startOf(pid);
    expect(start).toBeDefined();
    expect(await startOf(pid)).toBe(start);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await startOf(pid)).toBeUndefined();
  });

  it('is no database server for a program of another kind in the same folder', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'postgres'], {
      cwd: tmpdir(),
      stdio: 'ignore',
    });
    await once(child, 'spawn');
    if (process.platform !== 'win32') expect(await servesFolder(child.pid as number, tmpdir())).toBe('no');
    expect(await serversIn(tmpdir())).toEqual([]);
    child.kill('SIGKILL');
  });
});

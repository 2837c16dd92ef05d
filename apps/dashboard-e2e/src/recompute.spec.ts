import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

describe('What the API tells everybody', () => {
  it('is enough to count every status and every chance again, with no difference', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['docs/recompute.mjs', process.env['BASE_URL'] ?? '']);
    expect(stdout.trim()).toMatch(/^[1-9]\d* targets recomputed, 0 otherwise\.$/);
  }, 60_000);
});

import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '../../application.js';
import { readConfig } from '../../config.js';
import { AccountQuery } from '../../identity/account.query.js';
import { WithdrawRun } from '../../imports/uploads/withdraw-run.js';
import { INSTALLATION } from '../../testing/installation.js';
import { tamper } from '../kept-world.fixtures.js';
import { verifiedWorld } from './verified-world.fixtures.js';

describe('a world in which a file was withdrawn', () => {
  const world = verifiedWorld();
  const withdraw = async (): Promise<void> => {
    const config = readConfig({ LOG_LEVEL: 'silent', ...INSTALLATION, DATA_DIR: join(tmpdir(), 'slusen-spec-none', randomUUID()) });
    const app = await createApplication(config, world.database.appUrl);
    try {
      const { id: by } = await app.get(AccountQuery).named('alva');
      await app.get(WithdrawRun).withdraw(
        { run: 1, reason: 'Fel år', by },
        () => Promise.resolve(),
        () => Promise.resolve(),
      );
    } finally {
      await app.close();
    }
  };
  const faulty = async () => (await world.results()).filter(({ faultCount }) => faultCount > 0).map(({ name }) => name);

  it('is sound: the run that took it back says what its event says', async () => {
    await withdraw();
    expect(await faulty()).toEqual([]);
  }, 120_000);

  it('is not sound once what was taken back is said to be less', async () => {
    await withdraw();
    await tamper(
      world.database.ownerUrl,
      ['import_run'],
      `update import_run set changed = changed - 1, rows = rows - 1 where reason = 'Fel år'`,
    );
    expect(await faulty()).toContain('every change stands in the audit trail');
  }, 120_000);
});

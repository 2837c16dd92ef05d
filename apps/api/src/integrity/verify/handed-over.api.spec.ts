import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '../../application.js';
import { readConfig } from '../../config.js';
import { HandOver } from '../../handing-over/hand-over.js';
import { AccountQuery } from '../../identity/account.query.js';
import { AccountRepository } from '../../identity/account.repository.js';
import type { SignedIn } from '../../identity/account.js';
import { actingNow } from '../../identity/acting.js';
import { Moments } from '../../platform/moments.js';
import { INSTALLATION } from '../../testing/installation.js';
import { tamper } from '../kept-world.fixtures.js';
import { verifiedWorld } from './verified-world.fixtures.js';

const SESSION = { tokenHash: Buffer.alloc(32), csrfToken: '', idleExpiresAt: new Date(), expiresAt: new Date(), needsSecondFactor: false };

describe('a world in which somebody handed over', () => {
  const world = verifiedWorld();

  const handOver = async (from: string, to: string): Promise<void> => {
    const config = readConfig({ LOG_LEVEL: 'silent', ...INSTALLATION, DATA_DIR: join(tmpdir(), 'slusen-spec-none', randomUUID()) });
    const app = await createApplication(config, world.database.appUrl);
    try {
      const accounts = app.get(AccountQuery);
      const acting = actingNow(await accounts.named('alva'), app.get(Moments));
      const [leaver, receiver] = [await accounts.named(from), await accounts.named(to)];
      const by: SignedIn = { ...acting.account, hasPassword: true, session: SESSION };
      const sent = { to: receiver.id, from: acting.asOf.today };
      const version = (await app.get(AccountRepository).byUsername(from))?.version ?? 0;
      await app.get(HandOver).carryOut(by, acting, { read: { id: leaver.id, version }, sent });
    } finally {
      await app.close();
    }
  };
  const faulty = async () => (await world.results()).filter(({ faultCount }) => faultCount > 0).map(({ name }) => name);

  it('is sound: rights are those that were granted', async () => {
    await handOver('rut', 'gert');
    expect(await faulty()).toEqual([]);
  }, 120_000);

  it('is not sound once what was received is changed past the program', async () => {
    await handOver('rut', 'gert');
    await tamper(world.database.ownerUrl, ['account_role'], `update account_role set valid_from = null where role = 'reporter'`);
    expect(await faulty()).toContain('rights are those that were granted');
  }, 120_000);
});

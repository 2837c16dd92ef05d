import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '../../application.js';
import { readConfig } from '../../config.js';
import { AccountQuery } from '../../identity/account.query.js';
import { actingNow } from '../../identity/acting.js';
import { Moments } from '../../platform/moments.js';
import { ReorganisationDesk } from '../../reorganising/reorganisation-desk.js';
import { INSTALLATION } from '../../testing/installation.js';
import { newKey, tamper } from '../kept-world.fixtures.js';
import { verifiedWorld } from './verified-world.fixtures.js';

const DECIDED = { from: '2026-01-01', decision: 'KF § 12', reason: 'Ny organisation', shares: [] };

describe('a world in which an actor was renamed and another one ended', () => {
  const world = verifiedWorld();

  const reorganise = async (): Promise<void> => {
    const config = readConfig({ LOG_LEVEL: 'silent', ...INSTALLATION, DATA_DIR: join(tmpdir(), 'slusen-spec-none', randomUUID()) });
    const app = await createApplication(config, world.database.appUrl);
    try {
      const acting = actingNow(await app.get(AccountQuery).named('alva'), app.get(Moments));
      const request = (slug: string, revision: number) => ({ slug, revision, key: newKey() });
      const desk = app.get(ReorganisationDesk);
      await desk.carryOut(acting, request('kommunstyrelsen', 1), { ...DECIDED, kind: 'rename', name: { sv: 'Styrelsen' }, into: [] });
      await desk.carryOut(acting, request('gatukontoret', 1), { ...DECIDED, kind: 'merge', into: ['kommunstyrelsen'] });
    } finally {
      await app.close();
    }
  };
  const faulty = async () => (await world.results()).filter(({ faultCount }) => faultCount > 0).map(({ name }) => name);

  it('is sound: rights that followed are those that were granted', async () => {
    await reorganise();
    expect(await faulty()).toEqual([]);
  }, 120_000);

  it('is not sound once a right that followed is changed past the program', async () => {
    await reorganise();
    await tamper(world.database.ownerUrl, ['account_role'], `update account_role set role = 'administrator' where role = 'reporter'`);
    expect(await faulty()).toContain('rights are those that were granted');
  }, 120_000);
});

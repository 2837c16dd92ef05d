import { overview, type OverviewView } from '@slusen/contracts';
import type { AccountRole } from '@slusen/domain';
import { CreateAccount } from '../identity/create-account.js';
import { Statements } from '../platform/statements.js';
import { NOW, seedSmallWorld } from '../testing/small-world.js';
import { testApplication, type TestApplication } from '../testing/test-application.js';
import { FollowUpModule } from './follow-up.module.js';

const PASSWORD = 'ett långt lösenord för prov';

describe('overview of all goals', () => {
  let test: TestApplication;
  beforeAll(async () => {
    test = await testApplication([FollowUpModule], { now: NOW });
    await seedSmallWorld(test.seed);
  }, 120_000);
  afterAll(() => test.close());

  async function cookieOf(role: AccountRole): Promise<string> {
    const username = `${role}-${crypto.randomUUID()}`;
    await test.dataSource.transaction((manager) => test.app.get(CreateAccount, { strict: false }).run(manager, { username, name: role, password: PASSWORD, roles: [{ role }] }));
    const answer = await test.app.inject({ method: 'POST', url: '/api/session', payload: { username, password: PASSWORD } });
    return String(answer.headers['set-cookie']).split(';')[0] ?? '';
  }
  const get = (cookie: string) => test.app.inject({ url: '/api/overview', headers: { cookie } });
  const asPolitician = async (): Promise<OverviewView> => overview.parse((await get(await cookieOf('politician'))).json());

  it('is for those who signed in', async () => {
    expect((await test.app.inject({ url: '/api/overview' })).statusCode).toBe(401);
  });

  it('is not for a role that has no use for it', async () => {
    expect((await get(await cookieOf('reporter'))).statusCode).toBe(403);
  });

  it('is kept by no cache', async () => {
    const { headers } = await get(await cookieOf('politician'));
    expect(headers['etag']).toBeUndefined();
    expect(String(headers['cache-control'] ?? '')).not.toContain('public');
  });

  it('has every goal of every area with its statuses and what is overdue', async () => {
    const { areas, computedOn } = await asPolitician();
    expect(computedOn).toBe('2026-11-23');
    expect(areas.map(({ slug, goals }) => [slug, goals.map((goal) => [goal.slug, goal.rollUp.word.sv])])).toEqual([
      ['leva', [['fler-invanare', 'Ur fas'], ['gemenskap', 'Kan inte bedömas']]],
      ['verka', [['fler-gaster', 'I fas']]],
    ]);
    expect(areas.flatMap(({ goals }) => goals.flatMap(({ indicators }) => indicators.map(({ slug, state }) => [slug, state])))).toEqual([
      ['folkmangd', 'not-yet-due'],
      ['gastnatter', 'overdue'],
    ]);
  });

  it('sums a seasonal indicator over twelve months, and says so in both languages', async () => {
    const { areas } = await asPolitician();
    const indicator = areas[1]?.goals[0]?.indicators[0];
    expect(indicator).toEqual(jasmine.objectContaining({ slug: 'gastnatter', status: 'on-track', isFinal: false }));
    expect(indicator?.heading.sv).toContain('tolv månaderna');
    expect(indicator?.heading.en).toContain('twelve months');
  });

  it('reads all of it with five statements', async () => {
    const cookie = await cookieOf('politician');
    const spy = spyOn(test.app.get(Statements), 'rows').and.callThrough();
    await get(cookie);
    const names = spy.calls.allArgs().map(([statement]) => statement.name);
    expect(names.filter((name) => !name.startsWith('session'))).toEqual(
      jasmine.arrayWithExactContents(['strategy.in-force', 'responsibility.of-goals', 'target.of-goals', 'indicator.by-ids', 'series.ends']),
    );
  });
});

import type { EntryView, MachineKeyList, MadeMachineKey, ReviewQueue } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../../testing/whole-application.js';
import { OPERATOR } from '../account.js';
import { MakeMachineKey } from './make-machine-key.js';
import { RevokeMachineKey } from './revoke-machine-key.js';

const coded = ({ status, problem }: Answer) => [status, problem.code];
const DAY = 86_400_000;
const FIGURE = { indicator: 'foretagsbesok', period: '2024-Q3', value: 27, quality: 'final' };

describe('a business system with a key', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());
  afterEach(() => whole.later(0));

  const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  let made = 0;
  const makeKey = (different: Partial<Parameters<MakeMachineKey['make']>[1]> = {}) => {
    const wanted = {
      username: `system-${++made}`,
      name: 'Tidboken',
      department: 'utvecklingsavdelningen',
      lastDay: inDays(30),
      ...different,
    };
    return whole.app.get(MakeMachineKey).make(OPERATOR, wanted);
  };
  /** What a program sends: its key, and neither cookie nor token. */
  const ask = (key: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}) =>
    whole.visitor().ask(method, url, { body, headers: { authorization: `Bearer ${key}`, ...headers } });
  const lastKey = async () =>
    (await whole.rows<{ id: number; account_id: string }>('select * from machine_key order by id desc limit 1'))[0];
  const events = async () =>
    (await whole.rows<{ payload: string }>('select payload from audit_event a join record r on r.id = a.record_id order by r.seq')).map(
      ({ payload }) => JSON.parse(payload) as { action: string; by: string | null; subject: string; facts: Record<string, unknown> },
    );

  it('sends figures that go into review like anyone’s, and approves nothing', async () => {
    const key = await makeKey();
    const draft = await ask(key, 'POST', '/api/entries', FIGURE);
    expect(draft.status).toBe(201);
    const { id, version } = draft.json<EntryView>();
    const submit = await ask(key, 'POST', `/api/entries/${id}/steps`, { action: 'submit' }, { 'if-match': `"${version}"` });
    expect(submit.json<EntryView>().state).toBe('submitted');
    const waiting = (await (await whole.as('reviewer')).get('/api/review-queue')).json<ReviewQueue>();
    expect(JSON.stringify(waiting)).toContain(id);
    const newer = { 'if-match': `"${submit.json<EntryView>().version}"` };
    expect(coded(await ask(key, 'POST', `/api/entries/${id}/steps`, { action: 'approve' }, newer))).toEqual([403, 'permission.forbidden']);
    const approved = await (await whole.as('reviewer')).post(`/api/entries/${id}/steps`, { action: 'approve' }, newer);
    expect(approved.json<EntryView>().state).toBe('approved');
    const { account_id: account } = (await lastKey()) ?? {};
    const byIt = (await events()).filter(({ by }) => by === account).map(({ action }) => action);
    expect(byIt).withContext('the trail names it').toEqual(['entry.save', 'entry.submit']);
  });

  it('is told once what it sent twice', async () => {
    const key = await makeKey();
    const once = { 'idempotency-key': randomUUID() };
    const [first, again] = [
      await ask(key, 'POST', '/api/entries', { ...FIGURE, period: '2024-Q4' }, once),
      await ask(key, 'POST', '/api/entries', { ...FIGURE, period: '2024-Q4' }, once),
    ];
    expect(again.json<EntryView>().id).toBe(first.json<EntryView>().id);
  });

  const closed: readonly [what: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body: unknown, answer: unknown[]][] = [
    ['figures of another department', 'POST', '/api/entries', { ...FIGURE, indicator: 'biblioteksbesok' }, [404, 'permission.hidden']],
    ['the overview', 'GET', '/api/overview', undefined, [403, 'session.machine']],
    ['the queue of reviewers', 'GET', '/api/review-queue', undefined, [403, 'permission.forbidden']],
    ['what administrators do', 'GET', '/api/admin/maskings', undefined, [403, 'permission.forbidden']],
    ['a session', 'GET', '/api/session', undefined, [403, 'session.machine']],
    ['a password', 'PUT', '/api/account/password', { current: 'x', next: 'ett långt lösenord' }, [403, 'session.machine']],
    ['a second factor', 'PUT', '/api/account/second-factor', undefined, [403, 'session.machine']],
  ];
  for (const [what, method, url, body, answer] of closed) {
    it(`has nothing to do with ${what}`, async () => expect(coded(await ask(await makeKey(), method, url, body))).toEqual(answer as never));
  }

  describe('is let in by', () => {
    const tasks = (authorization: string) => whole.visitor().get('/api/tasks', { authorization });

    it('its key, however the word before it is written', async () => {
      const key = await makeKey();
      for (const word of ['Bearer', 'bearer', 'BEARER ']) expect((await tasks(`${word} ${key}`)).status).toBe(200);
    });

    it('nothing else', async () => {
      const key = await makeKey();
      const wrong = [`${key}x`, key.slice(0, -1), key.toUpperCase(), 'slusen_', `slusen_${'x'.repeat(43)}`, "' or 1=1", '\u00e5'];
      for (const text of wrong.filter((one) => !one.includes(' ')))
        expect(coded(await tasks(`Bearer ${text}`))).toEqual([401, 'session.wrong-key']);
      for (const header of [key, `Basic ${key}`, 'Bearer', `Bearer ${key} ${key}`])
        expect(coded(await tasks(header))).toEqual([401, 'session.missing']);
    });

    it('its key alone: no session that comes along stands in for a wrong one', async () => {
      const reporter = await whole.as('reporter');
      expect(coded(await reporter.get('/api/tasks', { authorization: 'Bearer slusen_fel' }))).toEqual([401, 'session.wrong-key']);
    });

    it('no key that was revoked, from the next request on', async () => {
      const key = await makeKey();
      const { id = 0, account_id: account } = (await lastKey()) ?? {};
      expect((await tasks(`Bearer ${key}`)).status).toBe(200);
      expect(await whole.app.get(RevokeMachineKey).revoke(OPERATOR, id)).toBeTrue();
      expect(coded(await tasks(`Bearer ${key}`))).toEqual([401, 'session.wrong-key']);
      expect((await events()).at(-1)).toEqual(
        jasmine.objectContaining({
          action: 'account.revoke-key',
          subject: `account:${account}`,
          facts: jasmine.objectContaining({ key: id }),
        }),
      );
      expect(await whole.app.get(RevokeMachineKey).revoke(OPERATOR, id)).toBeFalse();
      await expectAsync(whole.app.get(RevokeMachineKey).revoke(OPERATOR, 999_999)).toBeRejectedWithError('machine-key.not-found');
    });

    it('no key whose last day is over', async () => {
      const key = await makeKey({ lastDay: inDays(1) });
      whole.later(DAY / 2);
      expect((await tasks(`Bearer ${key}`)).status).toBe(200);
      whole.later(2 * DAY + DAY / 10);
      expect(coded(await tasks(`Bearer ${key}`))).toEqual([401, 'session.wrong-key']);
    });

    it('no key of an account that was disabled', async () => {
      const key = await makeKey();
      await whole.rows(`update account set disabled_at = now() where id = $1`, [(await lastKey())?.account_id]);
      expect(coded(await tasks(`Bearer ${key}`))).toEqual([401, 'session.wrong-key']);
    });
  });

  it('has no password, and nobody signs in as it', async () => {
    await makeKey({ username: 'procapita' });
    for (const password of ['', ' ', 'x'.repeat(12)].filter(Boolean))
      expect(coded(await whole.visitor().signIn('procapita', password))).toEqual([401, 'session.wrong-credentials']);
  });

  it('may have two keys for a while, each by itself', async () => {
    const [old, next] = [await makeKey({ username: 'byter' }), await makeKey({ username: 'Byter' })];
    expect(old).not.toBe(next);
    const accounts = await whole.rows(`select 1 from account where username = 'byter'`);
    expect(accounts.length).toBe(1);
    const [first] = await whole.rows<{ id: number }>(
      `select k.id from machine_key k join account a on a.id = k.account_id where a.username = 'byter' order by k.id`,
    );
    await whole.app.get(RevokeMachineKey).revoke(OPERATOR, first?.id ?? 0);
    const answers = await Promise.all([old, next].map((key) => ask(key, 'GET', '/api/tasks')));
    expect(answers.map(({ status }) => status)).toEqual([401, 200]);
    expect((await events()).find(({ action }) => action === 'account.add-key')?.facts['opens']).toMatch(/^[0-9a-f]{64}$/);
  });

  const refused: readonly [what: string, different: Parameters<typeof makeKey>[0] | (() => Parameters<typeof makeKey>[0]), code: string][] =
    [
      ['for the account of a person', { username: 'reporter' }, 'machine-key.another-account'],
      ['for a department that is not there', { department: 'rymdbyran' }, 'account.unknown-department'],
      ['that is over already', () => ({ lastDay: inDays(-2) }), 'machine-key.end-passed'],
      ['for more than two years', () => ({ lastDay: inDays(740) }), 'machine-key.end-too-far'],
    ];
  for (const [what, different, code] of refused) {
    it(`gets no key ${what}, and nothing is stored`, async () => {
      const count = () => whole.rows<object>('select (select count(*) from account) as a, (select count(*) from machine_key) as k');
      const before = await count();
      await expectAsync(makeKey(typeof different === 'function' ? different() : different)).toBeRejectedWithError(code);
      expect(await count()).toEqual(before);
    });
  }

  describe('on the administrator’s page', () => {
    const KEYS = '/api/admin/machine-keys';
    const wanted = { username: 'tidbok', name: 'Tidboken', department: 'kultur', lastDay: inDays(60) };

    it('gets a key that is told once, and kept in no answer', async () => {
      const administrator = await whole.as('administrator');
      const once = { 'idempotency-key': randomUUID() };
      const [first, again] = [await administrator.post(KEYS, wanted, once), await administrator.post(KEYS, wanted, once)];
      const { key = '' } = first.json<MadeMachineKey>();
      expect(key).toMatch(/^slusen_[\w-]{43}$/);
      expect([again.status, again.json<object>()]).toEqual([201, {}]);
      const kept = await whole.rows<{ row: string }>('select idempotency_key::text as row from idempotency_key');
      expect(kept.some(({ row }) => row.includes(key.slice(7)))).toBeFalse();
      expect((await ask(key, 'GET', '/api/tasks')).status).toBe(200);
    });

    it('is listed with its end, its use and nothing by which the key could be used, and revoked', async () => {
      const administrator = await whole.as('administrator');
      const { key = '' } = (await administrator.post(KEYS, { ...wanted, username: 'annat' })).json<MadeMachineKey>();
      await ask(key, 'GET', '/api/tasks');
      const listed = async () => (await administrator.get(KEYS)).json<MachineKeyList>().items.find(({ username }) => username === 'annat');
      const there = await listed();
      expect(there).toEqual(
        jasmine.objectContaining({
          name: 'Tidboken',
          departments: [{ sv: 'Kultur' }],
          isGood: true,
          lastUsedAt: jasmine.any(String) as never,
        }),
      );
      expect((await administrator.post(`${KEYS}/${there?.id ?? 0}/revocation`, undefined)).status).toBe(204);
      expect([(await listed())?.isGood, (await ask(key, 'GET', '/api/tasks')).status]).toEqual([false, 401]);
    });

    for (const different of [
      { username: 'Två Ord' },
      { lastDay: 'snart' },
      { department: '' },
      { name: 'A\u0000' },
      { role: 'administrator' },
    ]) {
      it(`is refused with ${JSON.stringify(different)}`, async () => {
        expect(coded(await (await whole.as('administrator')).post(KEYS, { ...wanted, ...different }))).toEqual([400, 'input.invalid']);
      });
    }
  });

  it('gets no key to another department by the name of a system that is there', async () => {
    await makeKey({ username: 'ett-system' });
    await expectAsync(makeKey({ username: 'ett-system', department: 'kultur' })).toBeRejectedWithError('machine-key.another-account');
  });

  it('has a key that is stored nowhere, in no trail, and of which it is known when it was used', async () => {
    const key = await makeKey();
    await ask(key, 'GET', '/api/tasks');
    const [row] = await whole.rows<{ row: string; used: boolean }>(
      `select machine_key::text as row, last_used_at is not null as used from machine_key order by id desc limit 1`,
    );
    expect(row?.used).toBeTrue();
    const trail = (await events()).map((event) => JSON.stringify(event)).join('\n');
    for (const text of [row?.row ?? '', trail]) {
      expect(text).not.toContain(key.slice(7));
      expect(text).not.toContain(Buffer.from(key).toString('hex'));
    }
  });
});

import { DataSource } from 'typeorm';
import { createHash, randomUUID } from 'node:crypto';
import { AuditTrail } from '../identity/audit-trail.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { Idempotency } from './idempotency.js';
import type { RequestKey } from './preconditions.js';

const aKey = (content = 'a', key: string = randomUUID()): RequestKey => ({
  key,
  fingerprint: createHash('sha256').update(content).digest(),
});
const coded = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    ({ code, message }: { code?: string; message: string }) => code ?? message,
  );

describe('a request with a key', () => {
  let whole: WholeApplication;
  let accounts: string[];
  beforeAll(async () => {
    whole = await wholeApplication();
    accounts = (await whole.rows<{ id: string }>('select id from account order by username')).map(({ id }) => id);
  }, 120_000);
  afterAll(() => whole.close());

  /** Does work that can be counted: an audit event of its own for each time. */
  async function run<Answer>(account: string, key: RequestKey, answer: () => Answer | Promise<Answer>): Promise<Answer> {
    return whole.app.get(Idempotency).run(account, key, async () => {
      const given = await answer();
      await whole.app.get(AuditTrail).record({ action: 'spec', subject: `spec:${key.key}`, by: null });
      return given;
    });
  }
  const times = async ({ key }: RequestKey) =>
    (await whole.rows('select 1 from audit_event where payload like $1', [`%spec:${key}%`])).length;

  const answers: readonly [what: string, answer: unknown][] = [
    ['an object', { id: 7, list: [1, null, 'å'], inner: { empty: {} } }],
    ['a text with every kind of letter', 'Åäö "\\ \n 🌲'],
    ['a number to the digit', 0.1],
    ['an empty list', []],
    ['nothing', null],
    ['no', false],
  ];
  for (const [what, answer] of answers) {
    it(`is done once and answered alike however often it comes: ${what}`, async () => {
      const key = aKey();
      for (let time = 0; time < 3; time++) expect(await run(accounts[0]!, key, () => answer as object)).toEqual(answer as object);
      expect(await times(key)).toBe(1);
    });
  }

  it('is another request for another account, and another content is refused', async () => {
    const key = aKey('a');
    expect(await run(accounts[0]!, key, () => 'mine')).toBe('mine');
    expect(await run(accounts[1]!, key, () => 'yours')).toBe('yours');
    expect(await coded(run(accounts[0]!, aKey('b', key.key), () => 'other'))).toBe('idempotency.other-request');
    expect(await run(accounts[0]!, key, () => 'again')).toBe('mine');
    expect(await times(key)).toBe(2);
  });

  it('is done by one of those that come in one moment; the others are asked to come again', async () => {
    const key = aKey();
    const { promise: end, resolve: letGo } = Promise.withResolvers<undefined>();
    const first = run(accounts[0]!, key, async () => {
      await end;
      return 'first';
    });
    while ((await whole.rows(`select 1 from pg_locks where locktype = 'advisory'`)).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await Promise.all([1, 2].map(() => coded(run(accounts[0]!, key, () => 'second'))))).toEqual([
      'idempotency.running',
      'idempotency.running',
    ]);
    expect(await run(accounts[1]!, key, () => 'of another account')).toBe('of another account');
    expect(await run(accounts[0]!, aKey(), () => 'under another key')).toBe('under another key');
    letGo(undefined);
    expect(await first).toBe('first');
    expect(await run(accounts[0]!, key, () => 'second')).toBe('first');
  });

  it('that came to nothing is done anew, and leaves no key behind', async () => {
    const key = aKey();
    const fails = () => Promise.reject(new Error('stopped'));
    for (let time = 0; time < 2; time++) expect(await coded(run(accounts[0]!, key, fails))).toBe('stopped');
    expect(await whole.rows('select 1 from idempotency_key where key = $1', [key.key])).toEqual([]);
    // Nobody promised an answer yet, so it may be another content too.
    expect(await run(accounts[0]!, aKey('b', key.key), () => 'done')).toBe('done');
  });

  it('whose work collided is done again within, and answered once', async () => {
    const key = aKey();
    let attempts = 0;
    const answer = await whole.app.get(Idempotency).run(accounts[0]!, key, async () => {
      attempts++;
      if (attempts < 3)
        await whole.app.get(DataSource).manager.query(`do $$ begin raise exception 'collided' using errcode = '40001'; end $$`);
      await whole.app.get(AuditTrail).record({ action: 'spec', subject: `spec:${key.key}`, by: null });
      return attempts;
    });
    expect([answer, await run(accounts[0]!, key, () => 0), await times(key)]).toEqual([3, 3, 1]);
  });

  it('of an account that is not there is refused, and nothing is done', async () => {
    const key = aKey();
    await expectAsync(run(randomUUID(), key, () => 'done')).toBeRejected();
    expect(await times(key)).toBe(0);
  });
});

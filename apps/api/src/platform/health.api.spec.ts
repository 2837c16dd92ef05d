import { Transactions } from './transactions.js';
import { Clock } from './clock.js';
import { Readiness } from './readiness.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('/ready', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const ready = () => whole.app.inject('/ready');

  it('is 200 with what goes on by itself', async () => {
    whole.app.get(Readiness).tell('spec', async () => ({ schedule: 'late' }));
    const { statusCode, json } = await ready();
    expect([statusCode, json()]).toEqual([200, { status: 'ok', details: jasmine.objectContaining({ spec: { schedule: 'late' } }) }]);
  });

  it('is 503 while the disk of the database is full', async () => {
    const asked: string[] = [];
    const full = Object.assign(new Error('could not write to file: No space left on device'), { code: '53100' });
    spyOn(whole.app.get(Transactions), 'connection').and.resolveTo({
      query: async (sql: string) => {
        asked.push(sql);
        if (sql.includes('generate_series')) throw full;
      },
    } as never);
    const { statusCode, headers } = await ready();
    expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
    expect(asked[0]).toContain('work_mem');
  });

  it('has the database write to its disk', async () => {
    const { rows } = await whole.app.get(Transactions).run(async () => {
      const client = await whole.app.get(Transactions).connection();
      await client.query(`set local work_mem = '64kB'`);
      return client.query('explain (analyze, format json) select count(*) from generate_series(1, 20000)');
    });
    expect(JSON.stringify(rows)).toMatch(/"Temp Written Blocks":[1-9]/);
  });

  for (const [seconds, status] of [
    [-6, 503],
    [-4, 200],
    [0, 200],
    [4, 200],
    [6, 503],
  ] as const)
    it(`is ${status} while the clocks are ${seconds} s apart`, async () => {
      const clock = whole.app.get(Clock);
      spyOn(clock, 'now').and.callFake(() => new Date(Date.now() + seconds * 1000));
      expect((await ready()).statusCode).toBe(status);
    });
});

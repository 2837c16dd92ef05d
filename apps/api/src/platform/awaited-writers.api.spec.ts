import { setTimeout as delay } from 'node:timers/promises';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { AwaitedWriters } from './awaited-writers.js';

describe('with somebody recording for long', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());
  beforeEach(async () => {
    await whole.rows('begin');
    await whole.rows(`select seal('{"action":"spec"}')`);
  });
  afterEach(() => whole.rows('rollback'));

  /** More than the connections that there are for reading. */
  const MANY = Array.from({ length: 40 });
  const readPast = () => whole.visitor().get(`/api/start?known=${new Date().toISOString()}`);
  const isOver = async (work: Promise<unknown>): Promise<boolean> =>
    (await Promise.race([work.then(() => true), delay(100, false)])) === true;

  it('readings of the past give up after two seconds, and say when to come again; readings of now are answered meanwhile', async () => {
    const since = performance.now();
    const past = Promise.all(MANY.map(readPast));
    await delay(100);
    const now = await Promise.all(MANY.map(() => whole.visitor().get('/api/start')));
    expect(new Set(now.map(({ status }) => status))).toEqual(new Set([200]));
    const answers = (await past).map(({ status, problem, headers }) => [status, problem.code, headers['retry-after']].join());
    expect(new Set(answers)).toEqual(new Set(['503,service.unavailable,5']));
    expect(performance.now() - since).toBeLessThan(3500);
    await whole.rows('rollback');
    expect((await readPast()).status).toBe(200);
  });

  it('readings of the past are answered as soon as they are done, also those that came while others waited', async () => {
    const first = MANY.map(readPast);
    await delay(100);
    const second = MANY.map(readPast);
    expect(await isOver(Promise.race([...first, ...second]))).toBeFalse();
    await whole.rows('rollback');
    const answers = await Promise.all([...first, ...second]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('whoever comes when the lock was given but not yet told of waits for those who took it since', async () => {
    const writers = whole.app.get(AwaitedWriters);
    await whole.rows('rollback');
    const before = writers.passed();
    await before;
    await whole.rows('begin');
    await whole.rows(`select seal('{"action":"spec"}')`);
    const after = writers.passed();
    expect(await isOver(after)).toBeFalse();
    await whole.rows('rollback');
    await expectAsync(after).toBeResolved();
  });
});

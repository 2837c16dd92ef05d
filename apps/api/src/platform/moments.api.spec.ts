import type { IndicatorPageView } from '@slusen/contracts';
import { RULE_VERSION } from '@slusen/domain';
import { setTimeout as delay } from 'node:timers/promises';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { AwaitedWriters } from './awaited-writers.js';
import { Clock } from './clock.js';
import { Moments } from './moments.js';
import { Statements } from './statements.js';

describe('the moment of a reading', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  /** Moments at a time of their own, on the clock's words alone. */
  const momentsAt = (instant: string): Moments => {
    const clock = new Clock();
    clock.now = () => new Date(instant);
    return new Moments(clock, whole.app.get(Statements), whole.app.get(AwaitedWriters));
  };
  const NOON = '2026-07-15T10:00:00.000Z';

  const asked: readonly [wanted: string | undefined, now: string, today: string, known: string | undefined][] = [
    [undefined, NOON, '2026-07-15', undefined],
    ['2026-07-15', NOON, '2026-07-15', undefined],
    ['2026-07-14', NOON, '2026-07-14', '2026-07-14T21:59:59.999Z'],
    ['2026-01-14', NOON, '2026-01-14', '2026-01-14T22:59:59.999Z'],
    ['2026-07-15T12:00:00+02:00', NOON, '2026-07-15', NOON],
    ['2026-07-15T10:00:00Z', NOON, '2026-07-15', NOON],
    ['2026-07-14T22:00:00Z', NOON, '2026-07-15', '2026-07-14T22:00:00.000Z'],
    ['2026-07-14T21:59:59.999Z', NOON, '2026-07-14', '2026-07-14T21:59:59.999Z'],
    ['2026-07-14T23:30:00-05:00', NOON, '2026-07-15', '2026-07-15T04:30:00.000Z'],
    ['2026-07-15T11:59:59.9999999+02:00', NOON, '2026-07-15', '2026-07-15T09:59:59.999Z'],
    // A quarter of an hour after midnight in Stockholm it is still yesterday in Greenwich.
    [undefined, '2026-07-14T22:15:00.000Z', '2026-07-15', undefined],
    ['2026-07-15', '2026-07-14T22:15:00.000Z', '2026-07-15', undefined],
    ['2026-07-14', '2026-07-14T22:15:00.000Z', '2026-07-14', '2026-07-14T21:59:59.999Z'],
    // The days on which the clock is moved have 23 and 25 hours.
    ['2026-03-29', NOON, '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['2025-10-26', NOON, '2025-10-26', '2025-10-26T22:59:59.999Z'],
    ['2024-02-29', NOON, '2024-02-29', '2024-02-29T22:59:59.999Z'],
  ];
  for (const [wanted, now, today, known] of asked) {
    it(`asked for as ${wanted ?? 'nothing'} at ${now} is ${known ?? 'now'}`, async () => {
      expect(await momentsAt(now).at(wanted)).toEqual({ today, known });
    });
  }

  const refused: readonly [wanted: string, code: string][] = [
    ['2026-07-16', 'known.in-future'],
    ['2026-07-15T10:00:00.001Z', 'known.in-future'],
    ['2026-07-15T12:00:01+02:00', 'known.in-future'],
    ['9999-12-31', 'known.in-future'],
    ['2026-02-30', 'known.malformed'],
    ['0000-01-01', 'known.malformed'],
    ['0001-01-01T00:00:00+14:00', 'known.malformed'],
    ['-000001-01-01T00:00:00Z', 'known.malformed'],
    ['2025-02-29', 'known.malformed'],
    ['2026-7-1', 'known.malformed'],
    ['2026-07-14T10:00', 'known.malformed'],
    ['2026-07-14T10:00:00', 'known.malformed'],
    ['2026-07-14 10:00:00Z', 'known.malformed'],
    ['2026-07-14T24:00:00Z', 'known.malformed'],
    ['1784109600', 'known.malformed'],
    ['now', 'known.malformed'],
    ['2026-W29', 'known.malformed'],
    [' 2026-07-14', 'known.malformed'],
    ['2026-07-14\u0000', 'known.malformed'],
    ['-infinity', 'known.malformed'],
  ];
  for (const [wanted, code] of refused) {
    it(`is none asked for as ${JSON.stringify(wanted)}`, async () => {
      await expectAsync(momentsAt(NOON).at(wanted)).toBeRejectedWith(jasmine.objectContaining({ code }));
    });
  }

  it('is told in the answer, with the rules it was judged by, and the answer for another moment is another', async () => {
    const url = '/api/indicators/foretagsbesok';
    const now = await whole.visitor().get(url);
    const instant = new Date().toISOString();
    const then = await whole.visitor().get(`${url}?known=${instant}`);
    expect([now.headers['slusen-known'], then.headers['slusen-known']]).toEqual([undefined, instant]);
    for (const { headers } of [now, then]) expect(headers['slusen-rules']).toBe(String(RULE_VERSION));
    expect(then.json<IndicatorPageView>().points).toEqual(now.json<IndicatorPageView>().points);
  });

  for (const known of ['2000-01-01', '1878-05-31', '1000-01-01', '0001-01-02']) {
    it(`may lie before there was anything: ${known}`, async () => {
      const { status, problem } = await whole.visitor().get(`/api/indicators/foretagsbesok?known=${known}`);
      expect([status, problem.code]).toEqual([404, 'history.not-found']);
    });
  }

  it('in the past waits for who is recording at or before it, and a reading of now waits for nobody', async () => {
    await whole.rows('begin');
    await whole.rows(`insert into indicator (slug) values ('just-nu')`);
    await whole.rows(`select seal('{"action":"spec"}')`);
    const past = new Date().toISOString();
    const waiting = whole.visitor().get(`/api/indicators/just-nu?known=${past}`);
    expect((await whole.visitor().get('/api/indicators/foretagsbesok')).status).toBe(200);
    expect(await Promise.race([waiting, delay(150, 'waits')])).toBe('waits');
    await whole.rows('rollback');
    expect((await waiting).status).toBe(404);
  });

  it('lets many read the past at once', async () => {
    const past = new Date().toISOString();
    const answers = await Promise.all(Array.from({ length: 12 }, () => whole.visitor().get(`/api/indicators?known=${past}`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => text))).toHaveSize(1);
  });
});

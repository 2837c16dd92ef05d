import { setTimeout } from 'node:timers/promises';
import { HalfACore } from './half-a-core.js';

describe('HalfACore', () => {
  let lane: HalfACore;
  beforeEach(() => (lane = new HalfACore()));

  it('works half of the time', async () => {
    let worked = 0;
    const work = async () => {
      const begun = performance.now();
      await setTimeout(10);
      worked += performance.now() - begun;
    };
    const begun = performance.now();
    await Promise.all(Array.from({ length: 10 }, () => lane.run(work)));
    await lane.run(async () => undefined);
    expect(worked / (performance.now() - begun)).toBeLessThan(0.55);
  });

  it('goes on after work that failed, and gives each its own answer', async () => {
    const failed = lane.run(() => Promise.reject(new Error('away')));
    const next = lane.run(async () => 'there');
    await expectAsync(failed).toBeRejectedWithError('away');
    expect(await next).toBe('there');
  });

  const away: readonly [what: string, work: () => Promise<number>][] = [
    ['answers so', async () => 503],
    ['fails so', () => Promise.reject(Object.assign(new Error('Connection terminated'), { status: 503 }))],
  ];
  for (const [what, work] of away) {
    it(`lets nobody wait again for what is away when work ${what}, and tries anew for who comes later`, async () => {
      const isAway = (status: number): boolean => status === 503;
      let tries = 0;
      const counted = () => (tries++, setTimeout(20).then(work));
      const waiting = Array.from({ length: 50 }, () => lane.run(counted, isAway));
      const outcomes = await Promise.allSettled(waiting);
      expect(tries).toBe(1);
      for (const one of outcomes.slice(1))
        expect((one as PromiseRejectedResult).reason).toEqual(jasmine.objectContaining({ code: 'service.unavailable' }));
      expect(await lane.run(async () => 200, isAway)).toBe(200);
    });
  }

  it('rests for a tenth of a second at most, however long work waited for something', async () => {
    await lane.run(() => setTimeout(600));
    const begun = performance.now();
    await lane.run(async () => undefined);
    expect(performance.now() - begun).toBeLessThan(550);
  });

  it('refuses what would wait too long, and takes work again when there is room', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const waiting = Array.from({ length: 200 }, () => lane.run(() => promise));
    await expectAsync(lane.run(() => promise)).toBeRejectedWith(jasmine.objectContaining({ code: 'service.unavailable' }));
    resolve(undefined);
    await Promise.all(waiting);
    await expectAsync(lane.run(async () => 1)).toBeResolvedTo(1);
  });
});

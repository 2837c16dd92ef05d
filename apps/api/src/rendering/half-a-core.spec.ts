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

  it('refuses what would wait too long, and takes work again when there is room', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const waiting = Array.from({ length: 200 }, () => lane.run(() => promise));
    await expectAsync(lane.run(() => promise)).toBeRejectedWith(jasmine.objectContaining({ code: 'service.unavailable' }));
    resolve(undefined);
    await Promise.all(waiting);
    await expectAsync(lane.run(async () => 1)).toBeResolvedTo(1);
  });
});

import { Logger } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { DailyJobs, type DailyJob } from './daily-jobs.js';
import type { Jobs } from './jobs.js';

const HOUR = 60 * 60 * 1000;

describe('jobs of every day', () => {
  let jobs: jasmine.SpyObj<Jobs>;
  let daily: DailyJobs;
  const rounds: DailyJob<'rounds.open'> = { kind: 'rounds.open', at: '03:30', data: (day) => ({ day }), name: 'The rounds of the day' };
  const asked = (): readonly unknown[] => jobs.askOnce.calls.allArgs();
  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date('2026-12-31T02:29:59Z'));
    jobs = jasmine.createSpyObj<Jobs>('Jobs', { askOnce: Promise.resolve() });
    daily = new DailyJobs(jobs, new Clock());
  });
  afterEach(() => {
    daily.onModuleDestroy();
    jasmine.clock().uninstall();
  });

  it('are asked for at their time in Stockholm, as a job of that day, until the program ends', async () => {
    daily.wait(rounds);
    expect(asked()).toEqual([]);
    jasmine.clock().tick(2000);
    expect(asked()).toEqual([['rounds.open', '2026-12-31', { day: '2026-12-31' }]]);
    // What was asked for is answered, or the next would be held for the same.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    jasmine.clock().tick(24 * HOUR);
    expect(asked().slice(1)).toEqual([['rounds.open', '2027-01-01', { day: '2027-01-01' }]]);
    daily.onModuleDestroy();
    jasmine.clock().tick(25 * HOUR);
    expect(asked().length).toBe(2);
  });

  it('are of the day in Stockholm, which begins an hour or two before midnight in UTC', () => {
    daily.wait({ ...rounds, at: '00:01' });
    jasmine.clock().tick(21 * HOUR);
    expect(asked()).toEqual([['rounds.open', '2027-01-01', { day: '2027-01-01' }]]);
  });

  it('are asked for at once where that is wanted', async () => {
    await daily.ask(rounds);
    expect(asked()).toEqual([['rounds.open', '2026-12-31', { day: '2026-12-31' }]]);
  });

  it('say so when they cannot be asked for', async () => {
    const error = spyOn(Logger.prototype, 'error');
    jobs.askOnce.and.rejectWith(new Error('No database'));
    await daily.ask(rounds);
    expect(error.calls.allArgs()).toEqual([['The rounds of the day could not be asked for. No database']]);
  });
});

import { Logger } from '@nestjs/common';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config.js';
import { DailyJobs } from '../../jobs/daily-jobs.js';
import type { Jobs } from '../../jobs/jobs.js';
import { Clock } from '../../platform/clock.js';
import { Readiness } from '../../platform/readiness.js';
import { Settings } from '../../platform/settings.js';
import { nightlyFile, noteNightly } from './nightly-outcome.js';
import { NightlyProcess } from './nightly-process.js';
import { NightlyRound } from './nightly-round.js';
import { NightlyStanding } from './nightly-standing.js';

const HOUR = 60 * 60 * 1000;

describe('the round of the night', () => {
  let folder: string;
  let clock: Clock;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slusen-nightly-'));
    clock = new Clock();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const aRound = (time = '03:30') => {
    const readiness = new Readiness();
    const settings = new Settings(readConfig({ DATA_DIR: folder, BACKUP_TIME: time }));
    const jobs = jasmine.createSpyObj<Jobs>('Jobs', { askOnce: Promise.resolve(), handle: undefined });
    const daily = new DailyJobs(jobs, clock);
    const round = new NightlyRound(settings, jobs, daily, new NightlyProcess());
    new NightlyStanding(settings, clock, readiness);
    return { round, jobs, daily, told: async () => (await readiness.details())['nightly'] };
  };
  const script = async (text: string): Promise<string> => {
    await writeFile(join(folder, 'command.mjs'), text);
    return join(folder, 'command.mjs');
  };

  for (const [what, text, told] of [
    [
      'a word of what is wrong',
      `console.error('The disk is full.'); console.log('✓ figures'); process.exit(1)`,
      /failed\. The disk is full\.\n✓ figures$/,
    ],
    ['the signal that ended it', `process.kill(process.pid, 'SIGKILL')`, /failed\. Command failed/],
  ] as const)
    it(`is an error of the log when it fails, with ${what}`, async () => {
      const log = spyOn(Logger.prototype, 'error');
      await expectAsync(new NightlyProcess().run(await script(text))).toBeRejectedWithError(told);
      expect(log.calls.allArgs()).toEqual([[jasmine.stringMatching(told)]]);
    });

  it('is a line of the log when it goes well', async () => {
    const [log, error] = [spyOn(Logger.prototype, 'log'), spyOn(Logger.prototype, 'error')];
    await new NightlyProcess().run(await script(`console.log('made')`));
    expect(log.calls.allArgs()).toEqual([['made']]);
    expect(error).not.toHaveBeenCalled();
  });

  it('ends with the program, without being called a failure, and is not done', async () => {
    const error = spyOn(Logger.prototype, 'error');
    const underWay = new NightlyProcess();
    const running = expectAsync(underWay.run(await script('setInterval(() => {}, 1000)'))).toBeRejectedWithError(/stopped in the middle/);
    await underWay.onModuleDestroy();
    await running;
    expect(error).not.toHaveBeenCalled();
  });

  describe('comes by the clock', () => {
    beforeEach(() => jasmine.clock().install().mockDate(new Date('2026-11-27T02:29:59Z')));
    afterEach(() => jasmine.clock().uninstall());

    for (const [time, rounds] of [
      ['03:30', 1],
      ['02:30', 0],
      ['off', 0],
    ] as const)
      it(`${rounds === 0 ? 'not ' : ''}at 03:30 in Stockholm when the settings say ${time}, as a job of that night`, () => {
        const { round, jobs, daily } = aRound(time);
        const asked = Array.from({ length: rounds }, () => ['nightly', '2026-11-27', { night: '2026-11-27' }]);
        round.begin();
        jasmine.clock().tick(2000);
        expect(jobs.askOnce.calls.allArgs() as unknown[]).toEqual(asked);
        daily.onModuleDestroy();
      });

    for (const time of ['03:30', 'off'])
      it(`and is ${time === 'off' ? 'not ' : ''}done for others where the settings say ${time}`, () => {
        const { round, jobs } = aRound(time);
        round.onModuleInit();
        expect(jobs.handle).toHaveBeenCalledTimes(time === 'off' ? 0 : 1);
      });
  });

  describe('is told of by /ready', () => {
    const night = '2026-11-27T02:30:00.000Z';
    const cases: readonly (readonly [what: string, told: object, hours: number, outcome?: 'ok' | 'failed'])[] = [
      ['before the first one', { schedule: 'on time' }, 0],
      ['when the first one never came', { schedule: 'late' }, 27],
      ['after one that went well', { schedule: 'on time', at: night, backup: 'ok', verify: 'ok' }, 25, 'ok'],
      ['after one that failed', { schedule: 'on time', at: night, backup: 'failed', verify: 'ok' }, 1, 'failed'],
      ['when the next one never came', { schedule: 'late', at: night, backup: 'ok', verify: 'ok' }, 27, 'ok'],
    ];
    for (const [what, expected, hours, backup] of cases)
      it(what, async () => {
        const now = spyOn(clock, 'now').and.returnValue(new Date(night));
        const { told } = aRound();
        if (backup) await noteNightly(nightlyFile(folder), { at: night, backup, verify: 'ok' });
        now.and.returnValue(new Date(Date.parse(night) + hours * HOUR));
        expect(await told()).toEqual(expected as Record<string, string>);
      });

    it('as off when it is', async () => expect(await aRound('off').told()).toEqual({ schedule: 'off' }));

    it('as before the first one when what was noted cannot be read', async () => {
      await writeFile(nightlyFile(folder), '{"at":');
      expect(await aRound().told()).toEqual({ schedule: 'on time' });
    });
  });
});

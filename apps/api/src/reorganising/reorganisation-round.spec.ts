import { Logger } from '@nestjs/common';
import type { Jobs } from '../jobs/jobs.js';
import { Clock } from '../platform/clock.js';
import type { CarryOutPlanned } from './carry-out-planned.js';
import { ReorganisationRound } from './reorganisation-round.js';

describe('the round of planned reorganisations', () => {
  let jobs: jasmine.SpyObj<Jobs>;
  let round: ReorganisationRound;
  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date('2026-12-31T22:59:30Z'));
    jobs = jasmine.createSpyObj<Jobs>('Jobs', { askOnce: Promise.resolve(), handle: undefined });
    round = new ReorganisationRound(new Clock(), jobs, jasmine.createSpyObj<CarryOutPlanned>('CarryOutPlanned', ['due']));
  });
  afterEach(() => {
    round.onModuleDestroy();
    jasmine.clock().uninstall();
  });

  it('comes at the start and just after midnight in Stockholm, as a job of that day, until the program ends', async () => {
    await round.begin();
    jasmine.clock().tick(2 * 60 * 1000);
    const asked = [['reorganisation.due', '2026-12-31', { day: '2026-12-31' }], ['reorganisation.due', '2027-01-01', { day: '2027-01-01' }]]; // prettier-ignore
    expect(jobs.askOnce.calls.allArgs() as unknown[]).toEqual(asked);
    round.onModuleDestroy();
    jasmine.clock().tick(25 * 60 * 60 * 1000);
    expect(jobs.askOnce).toHaveBeenCalledTimes(2);
  });

  it('says so when the job cannot be asked for', async () => {
    const error = spyOn(Logger.prototype, 'error');
    jobs.askOnce.and.rejectWith(new Error('No database'));
    await round.begin();
    expect(error.calls.allArgs()).toEqual([[jasmine.stringMatching(/could not be asked for\. No database/)]]);
  });
});

import { startingQuality, type SaidAt } from './starting-quality.js';
import { parsePeriod } from '../time/period-code.js';
import { type Quality } from '../value/value.js';

const rules = { lagDays: 30 };
const [october, november] = [parsePeriod('2026-M10'), parsePeriod('2026-M11')];
const said = (quality: Quality, recordedAt: string): SaidAt => ({ period: october, quality, recordedAt });

describe('how sure a new value is at first', () => {
  const cases: readonly [what: string, today: string, before: readonly SaidAt[], quality: Quality][] = [
    ['of a period that goes on', '2026-11-30', [said('final', '2026-11-10T08:00:00.000Z')], 'preliminary'],
    ['of the first period', '2026-12-01', [], 'final'],
    ['as the one before was', '2026-12-01', [said('estimated', '2026-11-10T08:00:00.000Z')], 'estimated'],
    [
      'as the one before was at first, though it has been made final since',
      '2026-12-01',
      [said('preliminary', '2026-11-10T08:00:00.000Z'), said('final', '2026-11-20T08:00:00.000Z')],
      'preliminary',
    ],
    [
      'as the one before was when its period was over',
      '2026-12-01',
      [said('preliminary', '2026-10-20T08:00:00.000Z'), said('final', '2026-11-20T08:00:00.000Z')],
      'final',
    ],
    ['after one that was only told of while it went on', '2026-12-01', [said('preliminary', '2026-10-20T08:00:00.000Z')], 'final'],
  ];
  for (const [what, today, before, quality] of cases) {
    it(`${what}: ${quality}`, () => expect(startingQuality(november, before, { rules, today })).toBe(quality));
  }
  it('is that of a finished one where the value is known before its period', () => {
    const yearly = { rules: { lagDays: -400 }, today: '2026-11-28' };
    expect(startingQuality(parsePeriod('2027'), [], yearly)).toBe('final');
  });
});

import type { TargetInForce } from '@slusen/contracts';
import { decidedBy, writtenAnew } from './target-writing.js';

const COMMON = { measure: 'value', tolerance: 1, decision: 'KF § 1', isExample: false } as const;
const DECIDED: Readonly<Record<string, NonNullable<TargetInForce['measuring']>>> = {
  'a path': {
    ...COMMON,
    ...{ kind: 'point', path: 'step', baseline: { period: '2024', value: 8 }, milestones: [{ period: '2027', value: 7 }] },
    final: { period: '2030', value: 6 },
  },
  'an interval': { ...COMMON, kind: 'band', baselinePeriod: '2024', finalPeriod: '2030', low: 2, high: 3 },
  'no target': { kind: 'none' },
};

describe('a target written anew', () => {
  for (const [what, measuring] of Object.entries(DECIDED)) {
    it(`of ${what} says what was decided until it is changed`, () => {
      const written = writtenAnew('trygghet', measuring);
      expect(decidedBy(written, 'KF § 1')).toEqual(measuring);
    });
  }

  it('begins without a target where none was decided, or is no more', () => {
    for (const measuring of [undefined, { kind: 'withdrawn' }] as const)
      expect([writtenAnew('trygghet', measuring).kind, decidedBy(writtenAnew('trygghet', measuring), 'KF § 2')]).toEqual([
        'none',
        { kind: 'none' },
      ]);
  });

  it('is decided once nothing is lacking, by the new decision, and is then no example any more', () => {
    const written = { ...writtenAnew('trygghet', DECIDED['a path']), isExample: true };
    expect(decidedBy({ ...written, final: { period: '2030' } }, 'KF § 2')).toBeUndefined();
    expect(decidedBy(written, 'KF § 2')).toEqual(jasmine.objectContaining({ decision: 'KF § 2', isExample: false }));
  });
});

import { parsePeriod } from '../time/period-code.js';
import { type BandTarget, type PointTarget, type Target } from '../target/target.js';
import { targetChangeText } from './target-change-text.js';
import { type TargetCounted } from './target-text.js';

const PER_CENT: TargetCounted = { unit: { sv: '%', en: '%' }, decimals: 1, reporting: 'period', direction: 'decrease' };
const RANK: TargetCounted = { unit: { sv: 'placering', en: 'rank' }, decimals: 0, reporting: 'period', direction: 'decrease' };
const DECIDED = { measure: 'value', tolerance: 0, decision: 'KF § 1', isExample: false } as const;

const point = (period: string, value: number, different: Partial<PointTarget> = {}): PointTarget => ({
  ...DECIDED,
  ...{ kind: 'point', path: 'linear', milestones: [], baseline: { period: parsePeriod('2024'), value: 9 } },
  ...{ final: { period: parsePeriod(period), value } },
  ...different,
});
const band = (low: number, high: number): BandTarget => ({
  ...DECIDED,
  ...{ kind: 'band', baselinePeriod: parsePeriod('2024'), finalPeriod: parsePeriod('2030'), low, high },
});

const CASES: readonly [what: string, before: Target, after: Target, counted: TargetCounted, sv: string, en: string][] = [
  ['easier', point('2030', 6), point('2030', 7), PER_CENT,
    'Målvärdet ändrades den 3 mars 2027 från 6,0 % till 7,0 % (lättare att nå): KF § 12.',
    'The target was changed on 3 March 2027 from 6.0% to 7.0% (easier to reach): KF § 12.'],
  ['harder', point('2030', 150), point('2030', 140), RANK,
    'Målvärdet ändrades den 3 mars 2027 från placering 150 till placering 140 (svårare att nå): KF § 12.',
    'The target was changed on 3 March 2027 from rank 150 to rank 140 (harder to reach): KF § 12.'],
  ['put off', point('2030', 6), point('2032', 6), PER_CENT,
    'Målvärdet ändrades den 3 mars 2027 från 6,0 % 2030 till 6,0 % 2032 (lättare att nå): KF § 12.',
    'The target was changed on 3 March 2027 from 6.0% in 2030 to 6.0% in 2032 (easier to reach): KF § 12.'],
  ['an interval', band(2, 3), band(1, 4), PER_CENT,
    'Målvärdet ändrades den 3 mars 2027 från mellan 2,0 och 3,0 % till mellan 1,0 och 4,0 % (lättare att nå): KF § 12.',
    'The target was changed on 3 March 2027 from between 2.0% and 3.0% to between 1.0% and 4.0% (easier to reach): KF § 12.'],
  ['only the way there', point('2030', 6), point('2030', 6, { path: 'step' }), PER_CENT,
    'Vägen till målvärdet ändrades den 3 mars 2027, men inte målvärdet: KF § 12.',
    'The way to the target was changed on 3 March 2027, but not the target: KF § 12.'],
]; // prettier-ignore

describe('that a target was changed', () => {
  for (const [what, before, after, counted, sv, en] of CASES) {
    it(`is told of one that became ${what}, in both languages`, () => {
      const change = { before, after, on: '2027-03-03', decision: 'KF § 12' };
      const told = (['sv', 'en'] as const).map((language) => targetChangeText(change, counted, language).replaceAll('\u00a0', ' '));
      expect(told).toEqual([sv, en]);
    });
  }
});

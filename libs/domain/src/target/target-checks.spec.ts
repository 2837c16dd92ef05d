import { targetFaults, type MeasuredBy } from './target-checks.js';
import { type BandContent, type PointContent, type TargetContent } from './target-content.js';

const POPULATION: MeasuredBy = { direction: 'increase', cadence: 'year', aggregation: 'last', decimals: 0 };
const POINT: PointContent = {
  indicator: 'folkmangd',
  kind: 'point',
  measure: 'value',
  path: 'linear',
  baseline: { period: '2025', value: 15327 },
  milestones: [],
  final: { period: '2030', value: 15800 },
  tolerance: 50,
  decision: 'KF § 112',
  isExample: false,
};
const { path: _path, baseline: _baseline, milestones: _milestones, final: _final, ...decided } = POINT;
const BAND: BandContent = { ...decided, kind: 'band', baselinePeriod: '2025', finalPeriod: '2030', low: 10, high: 20 };

describe('a target', () => {
  const cases: [what: string, target: TargetContent, indicator: Partial<MeasuredBy>, faults: string[]][] = [
    ['of a path', POINT, {}, []],
    ['of a path where no way is better', POINT, { direction: 'none' }, ['kind: target.no-direction']],
    ['of an interval where no way is better', BAND, { direction: 'none' }, []],
    ['of an interval that nothing lies in', { ...BAND, low: 20 }, {}, ['high: target.band-empty']],
    ['by another cadence', { ...POINT, final: { period: '2030-Q4', value: 1 } }, {}, ['final.period: period.wrong-cadence']],
    ['with a period before the one before', { ...POINT, milestones: [{ period: '2030', value: 1 }] }, {}, ['final.period: target.periods-not-in-order']],
    ['with more decimals than its indicator', { ...POINT, final: { period: '2030', value: 0.5 } }, {}, ['final.value: target.too-many-decimals']],
    ['above what can be', POINT, { max: 15500 }, ['final.value: target.outside-limits']],
    ['of twelve months above what one can be', { ...POINT, measure: 'rolling-12-months' }, { max: 15500 }, []],
    ['of twelve months of what does not add up', { ...POINT, measure: 'rolling-12-months' }, { aggregation: 'none' }, ['measure: target.cannot-roll']],
    ['that is near below zero', { ...POINT, tolerance: -1 }, {}, ['tolerance: tolerance.negative']],
  ]; // prettier-ignore
  for (const [what, target, indicator, faults] of cases) {
    it(`${what} is ${faults.length === 0 ? 'taken' : `refused for ${faults.join(' and ')}`}`, () => {
      const found = [...targetFaults(target, { ...POPULATION, ...indicator })];
      expect(found.map(({ path, code }) => `${path.join('.')}: ${code}`)).toEqual(faults);
    });
  }
});

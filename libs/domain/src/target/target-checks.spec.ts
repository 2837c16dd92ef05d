import { targetFaults, type MeasuredBy } from './target-checks.js';
import { type TargetContent } from './target-content.js';
import { aBand, aPoint } from './target.fixtures.js';

const POPULATION: MeasuredBy = { direction: 'increase', cadence: 'year', aggregation: 'last', decimals: 0 };
const [POINT, BAND] = [aPoint(), aBand()];

describe('a target', () => {
  const cases: [what: string, target: TargetContent, indicator: Partial<MeasuredBy>, faults: string[]][] = [
    ['of a path', POINT, {}, []],
    ['of a path where no way is better', POINT, { direction: 'none' }, ['kind: target.no-direction']],
    ['of an interval where no way is better', BAND, { direction: 'none' }, []],
    ['of an interval that nothing lies in', { ...BAND, low: 20 }, {}, ['high: target.band-empty']],
    ['of an interval upside down', { ...BAND, low: 21 }, {}, ['high: target.band-empty']],
    ['of an interval that ends when it begins', { ...BAND, finalPeriod: '2025' }, {}, ['finalPeriod: target.periods-not-in-order']],
    ['of an interval of another cadence', { ...BAND, baselinePeriod: '2025-Q4' }, {}, ['baselinePeriod: period.wrong-cadence']],
    ['of an interval with ends of more decimals and beyond the limits', { ...BAND, low: 9.5 }, { max: 15 }, []],
    ['over milestones', { ...POINT, milestones: [{ period: '2026', value: 15400 }, { period: '2027', value: 15500 }] }, {}, []],
    ['over milestones in disorder', { ...POINT, milestones: [{ period: '2027', value: 15500 }, { period: '2026', value: 15400 }] }, {}, ['milestones.1.period: target.periods-not-in-order']],
    ['from quarter to quarter', { ...POINT, baseline: { period: '2025-Q4', value: 1 }, final: { period: '2026-Q1', value: 2 } }, { cadence: 'quarter' }, []],
    ['from election to election', { ...POINT, baseline: { period: '2022', value: 1 }, final: { period: '2026', value: 2 } }, { cadence: 'irregular' }, []],
    ['by another cadence', { ...POINT, final: { period: '2030-Q4', value: 1 } }, {}, ['final.period: period.wrong-cadence']],
    ['with a period before the one before', { ...POINT, milestones: [{ period: '2030', value: 1 }] }, {}, ['final.period: target.periods-not-in-order']],
    ['with more decimals than its indicator', { ...POINT, final: { period: '2030', value: 0.5 } }, {}, ['final.value: target.too-many-decimals']],
    ['with more decimals on the way', { ...POINT, milestones: [{ period: '2027', value: 15500.25 }] }, { decimals: 1 }, ['milestones.0.value: target.too-many-decimals']],
    ['with the decimals of its indicator', { ...POINT, final: { period: '2030', value: 0.1 } }, { decimals: 1 }, []],
    ['at the very limits', POINT, { min: 15327, max: 15800 }, []],
    ['below what can be', POINT, { min: 15328 }, ['baseline.value: target.outside-limits']],
    ['above what can be', POINT, { max: 15500 }, ['final.value: target.outside-limits']],
    ['of twelve months above what one can be', { ...POINT, measure: 'rolling-12-months' }, { max: 15500 }, []],
    ['of twelve months with too many decimals', { ...POINT, measure: 'rolling-12-months', final: { period: '2030', value: 0.5 } }, {}, ['final.value: target.too-many-decimals']],
    ['of twelve months of elections', { ...POINT, measure: 'rolling-12-months' }, { cadence: 'irregular' }, ['measure: target.cannot-roll']],
    ['of what does not add up, period by period', POINT, { aggregation: 'none' }, []],
    ['that nothing is near', { ...POINT, tolerance: 0 }, {}, []],
    ['of twelve months of what does not add up', { ...POINT, measure: 'rolling-12-months' }, { aggregation: 'none' }, ['measure: target.cannot-roll']],
    ['that is near below zero', { ...POINT, tolerance: -1 }, {}, ['tolerance: tolerance.negative']],
  ]; // prettier-ignore
  for (const [what, target, indicator, faults] of cases) {
    it(`${what} is ${faults.length === 0 ? 'taken' : `refused for ${faults.join(' and ')}`}`, () => {
      const found = [...targetFaults(target, { ...POPULATION, ...indicator })];
      expect(found.map(({ path, code }) => `${path.join('.')}: ${code}`)).toEqual(faults);
    });
  }

  it('is told with its place in a whole, and with the offending text', () => {
    const broken: TargetContent = { ...POINT, measure: 'rolling-12-months', tolerance: -1, final: { period: '2020', value: 0.5 } };
    const found = [...targetFaults(broken, { ...POPULATION, direction: 'none', aggregation: 'none' }, ['targets', 2])];
    expect(found.map(({ path, code, text }) => `${path.join('.')}: ${code} "${text}"`)).toEqual([
      'targets.2.kind: target.no-direction "folkmangd"',
      'targets.2.measure: target.cannot-roll "folkmangd"',
      'targets.2.tolerance: tolerance.negative "-1"',
      'targets.2.final.period: target.periods-not-in-order "2020"',
      'targets.2.final.value: target.too-many-decimals "0.5"',
    ]);
    const outside = [...targetFaults({ ...BAND, high: 10 }, POPULATION), ...targetFaults(POINT, { ...POPULATION, max: 1, min: -1 })];
    expect(outside.map(({ text }) => text)).toEqual(['10', '15327', '15800']);
  });
});

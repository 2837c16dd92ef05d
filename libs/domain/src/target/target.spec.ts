import fc from 'fast-check';
import { shiftPeriod, type Period } from '../time/period.js';
import { parsePeriod, periodCode } from '../time/period-code.js';
import { at, bandTarget, pointTarget } from '../status/status.fixtures.js';
import { baselinePeriodOf, expectedAt, finalPeriodOf, type Target } from './target.js';
import { toScaled } from '../value/value-scaled.js';

const milestones = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: -1e9, max: 1e9 })), { minLength: 2, maxLength: 6 })
  .map((steps) => {
    let period: Period = parsePeriod('2020-M01');
    return steps.map(([months, scaled]) => {
      period = shiftPeriod(period, months);
      return { period, value: scaled / 100 };
    });
  });
const anyPath = milestones.map((points) => pointTarget({ baseline: points[0]!, milestones: points.slice(1, -1), final: points.at(-1)! }));

describe('expectedAt', () => {
  const path: [code: string, expected: number | undefined][] = [
    ['2024', undefined],
    ['2025', 15327],
    ['2026', 15421.6],
    ['2027', 15516.2],
    ['2030', 15800],
    ['2031', 15800],
    ['2026-Q2', 15374.3],
    ['2026-M06', 15374.3],
  ];
  for (const [code, expected] of path) {
    it(`expects ${expected ?? 'nothing'} of ${code} on the way from 15 327 in 2025 to 15 800 in 2030`, () => {
      expect(expectedAt(pointTarget(), parsePeriod(code))).toBe(expected);
    });
  }

  it('goes straight to each milestone and on from there', () => {
    const target = pointTarget({ milestones: [at('2027', 15400)], final: at('2030', 15700) });
    expect(['2026', '2027', '2028'].map((code) => expectedAt(target, parsePeriod(code)))).toEqual([15363.5, 15400, 15500]);
  });

  it('holds a milestone from its own period when it goes by steps', () => {
    const target = pointTarget({ path: 'step', milestones: [at('2027-Q1', 15500)] });
    const quarters = ['2026-Q4', '2027-Q1', '2029', '2030'];
    expect(quarters.map((code) => expectedAt(target, parsePeriod(code)))).toEqual([15327, 15500, 15500, 15800]);
  });

  it('has no single value in a band', () => {
    expect(expectedAt(bandTarget(), parsePeriod('2026'))).toBeUndefined();
  });

  it('rounds a tie as on paper: a quarter of the way from 0.1 to 0.3 is 0.15, so 0.2', () => {
    const target = pointTarget({ baseline: at('2025', 0.1), final: at('2029', 0.3) });
    expect(toScaled(expectedAt(target, parsePeriod('2026'))!, 1)).toBe(2);
  });

  it('never leaves the span of the two milestones around it, and moves one way between them', () => {
    fc.assert(
      fc.property(anyPath, fc.constantFrom('linear', 'step' as const), (linear, path) => {
        const target = { ...linear, path };
        const points = [target.baseline, ...target.milestones, target.final];
        for (const [index, from] of points.slice(0, -1).entries()) {
          const to = points[index + 1]!;
          const rising = Math.sign(to.value - from.value);
          let before = from.value;
          for (
            let period = from.period;
            period.year * 12 + period.part < to.period.year * 12 + to.period.part;
            period = shiftPeriod(period, 1)
          ) {
            const expected = expectedAt(target, period)!;
            expect((expected - before) * rising).toBeGreaterThanOrEqual(0);
            expect((to.value - expected) * rising).toBeGreaterThanOrEqual(0);
            before = expected;
          }
          expect(expectedAt(target, to.period)).toBe(to.value);
        }
      }),
    );
  });
});

describe('a target', () => {
  it('knows its ends, whether a path or a band', () => {
    const ends = (target: Target) => [baselinePeriodOf(target), finalPeriodOf(target)].map(periodCode);
    expect(ends(pointTarget({ baseline: at('2025-Q4', 1), final: at('2029-Q4', 2) }))).toEqual(['2025-Q4', '2029-Q4']);
    expect(ends(bandTarget({ finalPeriod: parsePeriod('2031') }))).toEqual(['2025', '2031']);
  });
});

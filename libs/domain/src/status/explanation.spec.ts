import fc from 'fast-check';
import { assess, type Assessed } from './status-assess.js';
import { bandTarget, in2026, outcome, populationOf2026, question, someRules, steady, unemployment } from './status.fixtures.js';
import { type AssessedStatus, type Status } from './status.js';
import { roundTo, toScaled } from '../value/value-scaled.js';

describe('the explanation', () => {
  const formulas: [value: number, formula: string][] = [
    [15327, '15\u00a0422 \u2212 15\u00a0327 = 95 > 50'],
    [15392, '15\u00a0422 \u2212 15\u00a0392 = 30 ≤ 50'],
    [15500, '15\u00a0422 \u2212 15\u00a0500 = \u221278 ≤ 0'],
  ];
  for (const [value, formula] of formulas) {
    it(`puts the numbers into the formula: ${formula}`, () => {
      expect(populationOf2026(value).formula).toBe(formula);
    });
  }

  it('writes decimals, decreases, bands and negative numbers into it as well', () => {
    const rules = someRules({ direction: 'none', decimals: 1 });
    const band = (value: number, low = 2) => in2026(value, { target: bandTarget({ low }), rules }).formula;
    expect(unemployment(6.6).formula).toBe('6,6 \u2212 6,0 = 0,6 > 0,5');
    expect(band(2.2)).toBe('2,0 ≤ 2,2 ≤ 2,5');
    expect(band(1.7)).toBe('2,0 \u2212 1,7 = 0,3 > 0,2');
    expect(band(2.6)).toBe('2,6 \u2212 2,5 = 0,1 ≤ 0,2');
    expect(band(-3, -2)).toBe('\u22122,0 \u2212 (\u22123,0) = 1,0 > 0,2');
  });

  it('says what would flip it: from 15 422 it is on track', () => {
    expect(populationOf2026(15327).flips).toEqual([
      { status: 'at-risk', from: 15372, to: 15421 },
      { status: 'on-track', from: 15422 },
    ]);
    expect(unemployment(5.9).flips).toEqual([
      { status: 'at-risk', from: 6.1, to: 6.5 },
      { status: 'off-track', from: 6.6 },
    ]);
  });

  it('leaves out what the indicator can never be', () => {
    const rules = someRules({ direction: 'increase', min: 0 });
    const made = in2026(2, { target: steady(2, { tolerance: 3 }), rules });
    expect(made.flips).toEqual([{ status: 'at-risk', from: 1, to: 0 }]);
  });

  it('is true about its flips: the edge gives that status, one unit nearer does not, the far end still does', () => {
    const scaled = fc.integer({ min: -500, max: 500 });
    const kind = fc.constantFrom('increase', 'decrease', 'none' as const);
    fc.assert(
      fc.property(scaled, scaled, fc.nat(200), fc.nat(100), kind, (value, low, width, tolerance, direction) => {
        const shared = { tolerance: tolerance / 10 };
        const band = bandTarget({ ...shared, low: low / 10, high: (low + width) / 10 });
        const target = direction === 'none' ? band : steady(low / 10, shared);
        const made = (measured: number) => in2026(measured, { target, rules: someRules({ direction, decimals: 1 }) });
        const statusAt = (measured: number): Status => made(roundTo(measured, 1)).status;
        const start = made(value / 10);
        expect(start.flips.length).toBeGreaterThan(0);
        for (const { status, from, to } of start.flips) {
          const step = toScaled(from, 1) > value ? 0.1 : -0.1;
          expect(statusAt(from)).toBe(status);
          expect(statusAt(from - step)).not.toBe(status);
          expect(statusAt(to ?? from + step * 1e5)).toBe(status);
          if (to !== undefined) expect(statusAt(to + step)).not.toBe(status);
        }
        const reachable = new Set<AssessedStatus | Status>([start.status, ...start.flips.map(({ status }) => status)]);
        expect(reachable.has('on-track') && reachable.has('off-track')).toBeTrue();
      }),
    );
  });

  it('survives being sent and kept as JSON', () => {
    const made = populationOf2026(15327);
    expect(
      assess(JSON.parse(JSON.stringify(question({ observations: [outcome('2025', 15327), outcome('2026', 15327)] }))) as Assessed),
    ).toEqual(made);
  });
});

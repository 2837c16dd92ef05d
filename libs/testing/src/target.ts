import { parsePeriod, type BandTarget, type Milestone, type PointTarget } from '@slusen/domain';

type Codes = Readonly<Record<string, number>>;

/**
 * A straight path through the values named by their periods' codes, first to last:
 * `aTarget({ 2025: 15327, 2030: 15800 }, { tolerance: 50 })`.
 */
export function aTarget(path: Codes, different: Partial<Omit<PointTarget, 'baseline' | 'milestones' | 'final'>> = {}): PointTarget {
  const [baseline, ...rest] = Object.entries(path).map(([code, value]): Milestone => ({ period: parsePeriod(code), value }));
  const final = rest.pop();
  if (!baseline || !final) throw new Error('A target needs a baseline and a final value.');
  return {
    kind: 'point',
    path: 'linear',
    measure: 'value',
    tolerance: 0,
    decision: 'KF 2025 § 1',
    isExample: false,
    ...different,
    baseline,
    milestones: rest,
    final,
  };
}

/** An interval to stay within from one period to another. */
export function aBand(
  { low, high, from, to }: { low: number; high: number; from: string; to: string },
  different: Partial<BandTarget> = {},
): BandTarget {
  const periods = { baselinePeriod: parsePeriod(from), finalPeriod: parsePeriod(to) };
  return { kind: 'band', measure: 'value', tolerance: 0, decision: 'KF 2025 § 1', isExample: false, low, high, ...periods, ...different };
}

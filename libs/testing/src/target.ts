import { parsePeriod, type Milestone, type PointTarget } from '@slusen/domain';

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

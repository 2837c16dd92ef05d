/** Targets as they are written, for the specs that ask what one may say and how it is told. */
import { type BandContent, type PointContent } from './target-content.js';

const DECIDED = { indicator: 'folkmangd', measure: 'value', tolerance: 50, decision: 'KF § 112', isExample: false } as const;

/** 15 327 inhabitants in 2025 to 15 800 in 2030. */
export function aPoint(changes: Partial<PointContent> = {}): PointContent {
  return {
    ...DECIDED,
    kind: 'point',
    path: 'linear',
    baseline: { period: '2025', value: 15327 },
    milestones: [],
    final: { period: '2030', value: 15800 },
    ...changes,
  };
}

/** Between 10 and 20 from 2025 to 2030. */
export function aBand(changes: Partial<BandContent> = {}): BandContent {
  return { ...DECIDED, kind: 'band', baselinePeriod: '2025', finalPeriod: '2030', low: 10, high: 20, ...changes };
}

import { parsePeriod, type Measured, type MissingKind, type Observation } from '@slusen/domain';

/** A final, exact figure of 2025; `period` is its code. Name a value or why there is none. */
export function anObservation({
  period = '2025',
  value,
  missing,
  ...different
}: Partial<Omit<Observation, 'period' | 'value' | 'missing'>> & {
  period?: string;
  value?: number;
  missing?: MissingKind;
} = {}): Observation {
  const measured: Measured = missing === undefined ? { value: value ?? 100 } : { missing };
  return {
    revision: 1,
    quality: 'final',
    provenance: 'exact',
    source: 'SCB',
    recordedAt: '2026-02-20T08:00:00.000Z',
    ...different,
    ...measured,
    period: parsePeriod(period),
  };
}

/** A series written as code → value or why there is none: `aSeries({ 2024: 15384, 2025: 15327 })`. */
export function aSeries(figures: Readonly<Record<string, number | MissingKind>>): Observation[] {
  return Object.entries(figures).map(([period, figure]) =>
    anObservation({ period, ...(typeof figure === 'number' ? { value: figure } : { missing: figure }) }),
  );
}

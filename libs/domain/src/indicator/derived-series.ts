import { written } from '../change/writing.js';
import { counts, type CountingRules } from '../value/counting.js';
import { type Observation } from '../value/observation.js';
import { periodPosition, type Instant } from '../time/period.js';
import { fromMillionths, roundTo, toMillionths } from '../value/value-scaled.js';
import { missingText } from '../value/value-words.js';
import { MAX_DECIMALS, QUALITY_ORDER, VALUE_LIMIT, worstOf, type Measured, type MissingKind } from '../value/value.js';
import { type FormulaKind } from './formula.js';

/** A part of a derived indicator: its public figures of one place, and what decides which of them count. */
export interface SeriesOfPart {
  readonly rules: CountingRules;
  readonly observations: readonly Observation[];
}

/** What is computed, and as whose figures. */
export interface Derivation {
  readonly kind: FormulaKind;
  /** Where the computed figures are said to come from. */
  readonly source: string;
  /** Whether the derived indicator is invented, whatever its parts are. */
  readonly isExample: boolean;
}

/** A figure of a part in one period. */
interface PartFigure {
  readonly rules: CountingRules;
  readonly observation: Observation;
}

/** The reason that is told where several parts are missing: what nobody may know comes first, what is still to come last. */
const MISSING_ORDER: readonly MissingKind[] = ['confidential', 'non-response', 'not-measured', 'not-applicable', 'not-yet-published'];

/**
 * The figures of a derived indicator, oldest first: one for each period of which every part has a figure, public as the parts are. It counts when
 * every part does, has their worst quality, and says how it came about. A part that is missing or confidential leaves it missing.
 */
export function derivedSeries(derivation: Derivation, parts: readonly SeriesOfPart[]): Observation[] {
  const [first, ...others] = parts.map(byPeriod);
  if (!first) return [];
  return [...first]
    .flatMap(([position, figure]) => {
      const beside = others.flatMap((part) => part.get(position) ?? []);
      return beside.length === others.length ? [derivedFigure(derivation, [figure, ...beside])] : [];
    })
    .sort((a, b) => periodPosition(a.period) - periodPosition(b.period));
}

function byPeriod({ rules, observations }: SeriesOfPart): Map<number, PartFigure> {
  return new Map(observations.map((observation) => [periodPosition(observation.period), { rules, observation }]));
}

function derivedFigure({ kind, source, isExample }: Derivation, figures: readonly [PartFigure, ...PartFigure[]]): Observation {
  const observations = figures.map(({ observation }) => observation);
  const isInvented = isExample || observations.some(({ provenance }) => provenance === 'example');
  return {
    ...computed(kind, observations),
    period: figures[0].observation.period,
    // Each revision of a part is one of what is computed from it.
    revision: observations.reduce((sum, { revision }) => sum + revision - 1, 1),
    quality: worstOf(
      observations.map(({ quality }) => quality),
      QUALITY_ORDER,
    ),
    provenance: isInvented ? 'example' : 'derived',
    provenanceNote: howText(kind, observations),
    ...(observations.some(({ finalEarly }) => finalEarly) ? { finalEarly: true } : {}),
    source,
    recordedAt: recordedAt(figures),
  };
}

/** What the figures give together, or why they give nothing. */
export function computed(kind: FormulaKind, parts: readonly Measured[]): Measured {
  const kinds = parts.flatMap(({ missing }) => missing ?? []);
  if (kinds.length > 0) return { missing: MISSING_ORDER.find((missing) => kinds.includes(missing)) ?? 'not-applicable' };
  const value = valueOf(
    kind,
    parts.map((part) => toMillionths(part.value ?? 0)),
  );
  return value === undefined || Math.abs(value) >= VALUE_LIMIT ? { missing: 'not-applicable' } : { value: roundTo(value, MAX_DECIMALS) };
}

/** In millionths, so that 0.1 + 0.2 is 0.3; undefined where it would be divided by nought. */
function valueOf(kind: FormulaKind, [first = 0n, ...others]: readonly bigint[]): number | undefined {
  const rest = others.reduce((sum, part) => sum + part, 0n);
  if (kind === 'sum') return fromMillionths(first + rest);
  if (kind === 'difference') return fromMillionths(first - rest);
  if (rest === 0n) return undefined;
  const dividend = first * BigInt(kind === 'share' ? 100 : 1000) * 1_000_000n;
  return rest < 0n ? fromMillionths(-dividend, -rest) : fromMillionths(dividend, rest);
}

const SIGNS: Readonly<Record<FormulaKind, string>> = { sum: ' + ', difference: ' − ', share: ' / ', 'per-thousand': ' / ' };

/** The numbers put into the formula: "140 + 636", "12 / 15 384 × 1 000". */
function howText(kind: FormulaKind, parts: readonly Observation[]): string {
  const numbers = parts.map(({ value, missing }) => (value === undefined ? missingText(missing ?? 'not-measured', 'sv') : written(value)));
  const per = kind === 'share' ? ' × 100' : kind === 'per-thousand' ? ` × ${written(1000)}` : '';
  return `${numbers.join(SIGNS[kind])}${per}`;
}

/** When the last part came; where some part does not count, when the first of those did, so that what is computed from it does not either. */
function recordedAt(figures: readonly [PartFigure, ...PartFigure[]]): Instant {
  const moments = (of: readonly PartFigure[]): Instant[] => of.map(({ observation }) => observation.recordedAt).sort();
  const waiting = moments(figures.filter(({ observation, rules }) => !counts(observation, rules)));
  return waiting[0] ?? moments(figures).at(-1) ?? figures[0].observation.recordedAt;
}

import { DomainError } from '../domain-error.js';
import { type MissingKind } from '../value/value.js';
import { partKeys, type Breakdown } from './breakdown.js';

/** Why a part has no value. That it is few is nothing to say when it is entered: what is not told is decided when it is published. */
export type PartMissing = Exclude<MissingKind, 'confidential'>;

/** A part of a figure as it is entered: a value, or why there is none. */
export interface EntryPart {
  /** Its key: what its series is called. */
  readonly part: string;
  readonly value?: number | undefined;
  readonly missing?: PartMissing | undefined;
}

/** A figure with its parts, as they are entered. */
export interface PartedFigure {
  readonly value?: number | undefined;
  readonly missing?: MissingKind | undefined;
  readonly parts?: readonly EntryPart[] | undefined;
}

/**
 * Refuses parts that the indicator does not have, and numbers of people that are none. Throws `entry.parts-unknown`, `entry.parts-without-whole` and
 * `entry.not-people`.
 */
export function checkParts({ value, missing, parts = [] }: PartedFigure, breakdown: Breakdown | undefined): void {
  const known = breakdown ? partKeys(breakdown) : [];
  const unknown = parts.filter(({ part }) => !known.includes(part));
  if (unknown.length > 0) throw new DomainError('entry.parts-unknown', { parts: unknown.map(({ part }) => part) });
  if (missing !== undefined && parts.length > 0) throw new DomainError('entry.parts-without-whole');
  const counts = [value, ...parts.map((part) => part.value)];
  if (breakdown?.of === 'people' && !counts.every(isCount)) throw new DomainError('entry.not-people');
}

/** Refuses a figure whose value is there and some of whose parts are not said. Throws `entry.parts-required` and what `checkParts` throws. */
export function requireParts(figure: PartedFigure, breakdown: Breakdown | undefined): void {
  checkParts(figure, breakdown);
  if (!breakdown || figure.value === undefined) return;
  const said = new Set((figure.parts ?? []).map(({ part }) => part));
  const lacking = partKeys(breakdown).filter((part) => !said.has(part));
  if (lacking.length > 0) throw new DomainError('entry.parts-required', { parts: lacking });
}

/** Whether two figures have the same parts. */
export function haveSameParts(one: Pick<PartedFigure, 'parts'>, other: Pick<PartedFigure, 'parts'>): boolean {
  const [own, others] = [one.parts ?? [], other.parts ?? []];
  const isThere = ({ part, value, missing }: EntryPart): boolean =>
    others.some((same) => same.part === part && same.value === value && same.missing === missing);
  return own.length === others.length && own.every(isThere);
}

const isCount = (value: number | undefined): boolean => value === undefined || (Number.isInteger(value) && value >= 0);

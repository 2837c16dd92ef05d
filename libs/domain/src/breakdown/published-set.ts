import { type MissingKind } from '../value/value.js';
import { partKeys, type Breakdown } from './breakdown.js';
import { type PartedFigure } from './parts.js';
import { keptBack, WHOLE, type ToldBefore } from './small-counts.js';

/** What is published of the whole or of a part: a value, or why there is none. */
export interface PublishedPart {
  readonly value?: number | undefined;
  readonly missing?: MissingKind | undefined;
}

/** Which parts of a figure, and whether the whole, are not told when it is published: none of what is no number of people. */
export function keptBackOf(figure: PartedFigure, breakdown: Breakdown | undefined, before: ToldBefore): ReadonlySet<string> {
  if (breakdown?.of !== 'people' || figure.value === undefined) return new Set();
  const counted = (figure.parts ?? []).flatMap(({ part, value }) => (value === undefined ? [] : [[part, value] as const]));
  const set = new Map([[WHOLE, figure.value] as const, ...counted]);
  return keptBack(set, { threshold: breakdown.threshold, before, isWhole: counted.length === partKeys(breakdown).length });
}

/**
 * What is published of each part of a figure, in their order: `confidential` in the place of what is kept back. Where the whole has no value,
 * neither has any part, for the same reason.
 */
export function publishedParts(
  figure: PartedFigure,
  breakdown: Breakdown | undefined,
  hidden: ReadonlySet<string>,
): readonly (PublishedPart & { readonly part: string })[] {
  const entered = new Map((figure.parts ?? []).map((part) => [part.part, part]));
  return (breakdown ? partKeys(breakdown) : []).map((part) => {
    if (hidden.has(part)) return { part, missing: 'confidential' };
    return entered.get(part) ?? { part, missing: figure.missing };
  });
}

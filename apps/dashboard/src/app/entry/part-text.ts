import type { EntryFigure, EntryForm } from '@slusen/contracts';
import { partKeys, type TypedBy } from '@slusen/domain';
import type { EntryFaults, EntryText, FieldFault } from './entry-text.js';
import { numberOrFault } from './number-or-fault.js';

type Parts = NonNullable<EntryFigure['parts']>;
type PartMissing = NonNullable<Parts[number]['missing']>;

/** Where what cannot be understood of a part stands among the faults of a form. */
export type PartPlace = `part ${string}`;
export const partPlace = (part: string): PartPlace => `part ${part}`;

/** The parts that the texts say, and what in them cannot be understood. Of a whole without a value they say nothing. */
export function readParts(text: EntryText, by: TypedBy): { readonly parts: Parts; readonly faults: EntryFaults } {
  const faults: EntryFaults = {};
  if (text.missing) return { parts: [], faults };
  const keys = new Set([...Object.keys(text.parts), ...Object.keys(text.partsMissing)]);
  const parts = [...keys].flatMap((part) => {
    const [typed, missing] = [text.parts[part] ?? '', text.partsMissing[part] ?? ''];
    const value = numberOrFault(typed, by);
    const fault = typed.trim() !== '' && missing !== '' ? 'entry.value-or-missing' : typeof value === 'string' ? value : undefined;
    if (fault) faults[partPlace(part)] = fault;
    if (fault || (value === undefined && missing === '')) return [];
    return typeof value === 'number' ? { part, value } : { part, missing: missing as PartMissing };
  });
  return { parts, faults };
}

/** The texts of saved parts. */
export function textsOfParts(
  parts: Parts | undefined,
  written: (value: number | undefined) => string,
): Pick<EntryText, 'parts' | 'partsMissing'> {
  const said = parts ?? [];
  return {
    parts: Object.fromEntries(said.filter(({ value }) => value !== undefined).map(({ part, value }) => [part, written(value)])),
    partsMissing: Object.fromEntries(said.flatMap(({ part, missing }) => (missing ? [[part, missing]] : []))),
  };
}

/** What is no number of people, of an indicator that counts them. */
export function peopleFaults({ value, parts = [] }: EntryFigure, { indicator }: Pick<EntryForm, 'indicator'>): EntryFaults {
  if (indicator.breakdown?.of !== 'people') return {};
  const isCount = (count: number | undefined): boolean => count === undefined || (Number.isInteger(count) && count >= 0);
  const places = [['value', value] as const, ...parts.map((one) => [partPlace(one.part), one.value] as const)];
  return Object.fromEntries(places.filter(([, count]) => !isCount(count)).map(([place]) => [place, 'entry.not-people'] as const));
}

/** The parts that are not said of a value that is. */
export function lackingParts(
  { value, parts = [] }: EntryFigure,
  { indicator }: Pick<EntryForm, 'indicator'>,
): Record<PartPlace, FieldFault> {
  const keys = indicator.breakdown && value !== undefined ? partKeys(indicator.breakdown) : [];
  const lacking = keys.filter((key) => !parts.some(({ part }) => part === key));
  return Object.fromEntries(lacking.map((key) => [partPlace(key), 'part.required'] as const));
}

import type { Field, FieldGroup } from './definition-field.js';
import type { DefinitionText, Place } from './definition-text.js';

/** What a new indicator begins with, in the order in which it is thought of; those of one row stand beside each other. */
const FIRST: readonly (readonly Place[])[] = [
  ['name.sv'],
  ['definition.sv'],
  ['unit.sv', 'decimals'],
  ['cadence', 'direction'],
  ['source.name'],
  ['owner', 'influence'],
];

/** What nobody can do without, and nothing is put in for. */
export const NEEDED: readonly Place[] = ['name.sv', 'definition.sv', 'unit.sv', 'source.name'];

/** The fields of a new indicator: what it needs, and what can wait. */
export interface NeededFirst {
  readonly needed: FieldGroup;
  readonly more: readonly FieldGroup[];
}

/** The same fields in another order: what a new indicator needs under a heading of its own, the rest as it was. */
export function neededFirst(groups: readonly FieldGroup[], heading: string): NeededFirst {
  const all = new Map(groups.flatMap(({ rows }) => rows.flat()).map((field) => [field.place, field]));
  const isFirst = ({ place }: Field): boolean => FIRST.some((row) => row.includes(place));
  const marked = (field: Field): Field => (NEEDED.includes(field.place) ? { ...field, isNeeded: true } : field);
  const rows = FIRST.map((row) => row.flatMap((place) => all.get(place) ?? []).map(marked));
  const more = groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => row.filter((field) => !isFirst(field))).filter(notEmpty),
  }));
  return { needed: { heading, rows }, more: more.filter((group) => notEmpty(group.rows)) };
}

const notEmpty = (list: readonly unknown[]): boolean => list.length > 0;

/** What is needed and not said yet. */
export const missingIn = (text: DefinitionText): Place[] => NEEDED.filter((place) => !text[place]?.trim());

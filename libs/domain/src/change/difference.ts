/** One thing that is said otherwise than before, in the words people use for it; undefined: nothing is said. */
export interface Difference {
  readonly field: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What people call an actor, an indicator or a place that is named by its slug or code. */
export type NameOf = (slug: string) => string;

/**
 * How people name what something says, field by field, and how they write it. Two contents that are written alike are alike, so a text
 * must tell everything of its field.
 */
export type Wording<Content> = readonly (readonly [field: string, write: (content: Content, nameOf: NameOf) => string | undefined])[];

/** What `after` says otherwise than `before` (undefined: nothing is there yet), in the order of the wording. */
export function differencesOf<Content>(
  wording: Wording<Content>,
  [before, after]: readonly [before: Content | undefined, after: Content | undefined],
  nameOf: NameOf = (slug) => slug,
): Difference[] {
  const written = (content: Content | undefined, write: Wording<Content>[number][1]) =>
    content === undefined ? undefined : write(content, nameOf);
  return wording
    .map(([field, write]) => ({ field, before: written(before, write), after: written(after, write) }))
    .filter((difference) => difference.before !== difference.after);
}

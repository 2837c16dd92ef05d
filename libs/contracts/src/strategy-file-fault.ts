/** What is wrong and where: `['areas', 0, 'goals', 2, 'roles', 1, 'actor']`, with a stable code and the offending text. */
export interface StrategyFileProblem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly text: string;
}
/** Where something stands in the file. */
export type Path = readonly (string | number)[];
/** What a check finds, one by one. */
export type Problems = Generator<StrategyFileProblem>;

/** One thing that is wrong with the file. */
export function fault(path: Path, code: string, text: string): StrategyFileProblem {
  return { path, code, text };
}

/** A reference that names nothing in the file. */
export function* unknownReference(name: string, known: ReadonlySet<string>, path: Path): Problems {
  if (!known.has(name)) yield fault(path, 'reference.unknown', name);
}

/** Each name that has already been used earlier in the list, at `[...path, position, ...key]`. */
export function* repeated(names: readonly string[], path: Path, key: Path = []): Problems {
  const seen = new Set<string>();
  for (const [position, name] of names.entries()) {
    if (seen.has(name)) yield fault([...path, position, ...key], 'name.repeated', name);
    seen.add(name);
  }
}

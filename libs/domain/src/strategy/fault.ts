import type { FaultCode } from './fault-codes.js';

/** Something in what a person says that the rules refuse: where it stands (`['areas', 0, 'goals', 2]`), a stable code, the offending text. */
export interface Fault {
  readonly path: Place;
  readonly code: FaultCode;
  readonly text: string;
}
/** Where something stands in what was said: fields by name, items of a list by place. */
export type Place = readonly (string | number)[];
/** What a check finds, one by one. */
export type Faults = Generator<Fault>;

/** One thing that is wrong. */
export function fault(path: Place, code: FaultCode, text: string): Fault {
  return { path, code, text };
}

/** A reference that names nothing that is there. */
export function* unknownReference(name: string, known: { has(name: string): boolean }, path: Place): Faults {
  if (!known.has(name)) yield fault(path, 'reference.unknown', name);
}

/** Each name that has already been used earlier in the list, at `[...path, position, ...key]`. */
export function* repeated(names: readonly string[], path: Place, key: Place = []): Faults {
  const seen = new Set<string>();
  for (const [position, name] of names.entries()) {
    if (seen.has(name)) yield fault([...path, position, ...key], 'name.repeated', name);
    seen.add(name);
  }
}

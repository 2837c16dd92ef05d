/** A cell that was written in: by its key, since rows come and go with the choices above them. */
export interface Edit {
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

/** What was done, step by step, and what of it was undone and can be done again. */
export interface History {
  readonly done: readonly (readonly Edit[])[];
  readonly undone: readonly (readonly Edit[])[];
}

/** What a step back or forth makes of the history, and the texts that it puts into cells. */
export interface Stepped {
  readonly history: History;
  readonly texts: ReadonlyMap<string, string>;
}

/** So many steps can be undone. */
const MOST_STEPS = 200;

/** Nothing was done yet. */
export const NO_HISTORY: History = { done: [], undone: [] };

/** With one more step; what was undone cannot be done again after it. A step without a change is none. */
export function withStep(history: History, edits: readonly Edit[]): History {
  const changes = edits.filter(({ before, after }) => before !== after);
  return changes.length === 0 ? history : { done: [...history.done, changes].slice(-MOST_STEPS), undone: [] };
}

/** One step back; nothing when there is none. */
export function undo({ done, undone }: History): Stepped | undefined {
  const last = done.at(-1);
  return (
    last && {
      history: { done: done.slice(0, -1), undone: [...undone, last] },
      texts: new Map(last.map(({ key, before }) => [key, before])),
    }
  );
}

/** What was undone last, once more; nothing when there is none. */
export function redo({ done, undone }: History): Stepped | undefined {
  const next = undone.at(-1);
  return (
    next && { history: { done: [...done, next], undone: undone.slice(0, -1) }, texts: new Map(next.map(({ key, after }) => [key, after])) }
  );
}

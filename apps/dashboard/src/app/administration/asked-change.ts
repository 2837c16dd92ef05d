/** A change that a part of a page asks for: how it is asked for, and what is said once it is done. */
export interface AskedChange {
  readonly ask: () => Promise<void>;
  readonly done: string;
}

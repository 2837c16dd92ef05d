/** How an actor becomes something else: another name, part of another, several others, or nothing. */
export const REORGANISATION_KINDS = ['rename', 'merge', 'split', 'close'] as const;
export type ReorganisationKind = (typeof REORGANISATION_KINDS)[number];
/** Those after which the actor is no more: nothing new is given to it, and it keeps what it had. */
export const ENDING_KINDS = ['merge', 'split', 'close'] as const satisfies readonly ReorganisationKind[];

/** What has become of a reorganisation that was decided before its day: it waits, was done by itself, was refused on its day, or taken back. */
export const PLAN_STATES = ['planned', 'carried-out', 'failed', 'withdrawn'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** What follows an actor that ends, to whoever takes over: only what is still to be done; what is done keeps the name of its day. */
export const FOLLOWER_KINDS = ['role', 'indicator', 'child', 'action', 'account', 'draft'] as const;
export type FollowerKind = (typeof FOLLOWER_KINDS)[number];

/** Why nobody can take over in this way; undefined when they can. */
export type SuccessionFault = 'reorganisation.successors' | 'reorganisation.itself';

/** How many take over: none of one that is renamed or closed, one of one that is merged, two or more of one that is split. */
const FITS: Readonly<Record<ReorganisationKind, (successors: number) => boolean>> = {
  rename: (count) => count === 0,
  merge: (count) => count === 1,
  split: (count) => count >= 2,
  close: (count) => count === 0,
};

/** What is wrong with those who are to take over from an actor. */
export function successionFault(kind: ReorganisationKind, actor: string, successors: readonly string[]): SuccessionFault | undefined {
  if (successors.includes(actor)) return 'reorganisation.itself';
  return FITS[kind](new Set(successors).size) && new Set(successors).size === successors.length ? undefined : 'reorganisation.successors';
}

/**
 * Who takes over each thing: by one successor all, by several as it was said for each, and what nothing was said of to whoever takes the rest. `leftOut`: what
 * nobody was named for, or somebody who does not take over.
 */
export function sharedOut(
  things: readonly string[],
  successors: readonly string[],
  said: { readonly shares: ReadonlyMap<string, string>; readonly rest?: string | undefined },
): { readonly shares: ReadonlyMap<string, string>; readonly leftOut: readonly string[] } {
  const [only] = successors.length === 1 ? successors : [];
  const shares = new Map<string, string>();
  const leftOut: string[] = [];
  for (const thing of things) {
    const to = only ?? said.shares.get(thing) ?? said.rest;
    if (to !== undefined && successors.includes(to)) shares.set(thing, to);
    else leftOut.push(thing);
  }
  return { shares, leftOut };
}

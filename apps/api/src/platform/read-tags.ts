import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What something that was read depends on: the figures of one indicator, figures of any (lists and sums that may show another
 * tomorrow), what was decided (goals, targets, definitions, roles, names), or the installation itself.
 */
export type ReadTag = `indicator:${string}` | 'figures' | 'strategy' | 'site';

const collecting = new AsyncLocalStorage<Set<ReadTag>>();

/** Said by a query of what it reads: whoever keeps what is made of it lets it go when that changes. Heard only where reads are collected. */
export function declareRead(...tags: readonly ReadTag[]): void {
  const heard = collecting.getStore();
  if (heard) for (const tag of tags) heard.add(tag);
}

/** Whether this is done for someone who collects what is read, which a page does that is being rendered. */
export function isCollectingReads(): boolean {
  return collecting.getStore() !== undefined;
}

/** Does the work and gives what its queries declared, beside its answer. */
export async function collectReads<T>(work: () => Promise<T>): Promise<{ readonly answer: T; readonly tags: readonly ReadTag[] }> {
  const tags = new Set<ReadTag>();
  const answer = await collecting.run(tags, work);
  return { answer, tags: [...tags] };
}

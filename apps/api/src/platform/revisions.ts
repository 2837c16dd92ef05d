import { DomainError } from '@slusen/domain';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';

/** Something with revisions as it is now: what refers to it (`id`), the number of its latest revision, and what that says. */
export interface Revised<Content> {
  readonly id: number;
  readonly revision: number;
  readonly content: Content;
}

/** The latest revision of what the columns name; undefined when there is none. Read under the lock of an amendment, it stays the latest. */
export async function latestRevision<Row extends ObjectLiteral & { revision: number }>(
  manager: EntityManager,
  row: EntityTarget<Row>,
  where: FindOptionsWhere<Row>,
): Promise<Row | undefined> {
  return (await manager.findOne(row, { where, order: { revision: 'desc' } as never })) ?? undefined;
}

/** Refuses a change made from another revision than the latest (`revision.stale`); undefined: whoever changes read it just now. */
export function requireLatest(revision: number, expected: number | undefined): void {
  if (expected !== undefined && expected !== revision) throw new DomainError('revision.stale', { revision });
}

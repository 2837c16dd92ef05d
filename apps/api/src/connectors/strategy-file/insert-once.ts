import { DomainError } from '@slusen/domain';
import canonicalize from 'canonicalize';
import type { FindOptionsWhere, Repository } from 'typeorm';

/**
 * Inserts a row unless one with the same key is there. The key's row must then say the same: what was recorded is never
 * rewritten, so a difference is refused (`strategy.adopted`) with the column that differs.
 */
export async function insertOnce<Row extends { id: number }>(
  rows: Repository<Row>,
  key: Partial<Row>,
  rest: Partial<Row>,
): Promise<{ id: number; isNew: boolean }> {
  const found = await rows.findOneBy(key as FindOptionsWhere<Row>);
  if (!found) {
    const { identifiers } = await rows.insert({ ...key, ...rest } as Parameters<Repository<Row>['insert']>[0]);
    return { id: Number(identifiers[0]?.['id']), isNew: true };
  }
  for (const [column, wanted] of Object.entries(rest)) {
    const there: unknown = found[column as keyof Row];
    if (!isSame(there, wanted))
      throw new DomainError('strategy.adopted', { key: JSON.stringify(key), column, there: textOf(there), file: textOf(wanted) });
  }
  return { id: found.id, isNew: false };
}

/** The database keeps the fields of an object in an order of its own. */
const isSame = (there: unknown, wanted: unknown): boolean => canonicalize(there ?? null) === canonicalize(wanted ?? null);
const textOf = (value: unknown): string => JSON.stringify(value ?? null).slice(0, 100);

import { DomainError } from '@slusen/domain';
import { Raw, type FindOperator, type ObjectLiteral, type Repository } from 'typeorm';
import { wasRecorded, type AsOf } from './as-of.js';

/** Something with revisions as it is now: what refers to it (`id`), the number of its latest revision, and what that says. */
export interface Revised<Content> {
  readonly id: number;
  readonly revision: number;
  readonly content: Content;
}

/** Revisions of something: numbered, and recorded. */
interface Numbered extends ObjectLiteral {
  revision: number;
  recordId: number;
}

/**
 * For `where: { revision: latest(rows, asOf) }`: of each thing that the rows are revisions of, the latest that was recorded by the moment;
 * without one, the latest there is. Read under the lock of an amendment, it stays the latest.
 */
export function latest<Row extends Numbered>(rows: Repository<Row>, { known }: Partial<Pick<AsOf, 'known'>> = {}): FindOperator<number> {
  const { tableName } = rows.metadata;
  const isKnown = known === undefined ? '' : ` and ${wasRecorded('one', ':known')}`;
  const ofSame = (revision: string): string =>
    subjectOf(rows)
      .map(({ databaseName, propertyName }) => `one.${databaseName} = ${revision.replace(/revision$/, propertyName)}`)
      .join(' and ');
  return Raw((revision) => `${revision} = (select max(one.revision) from ${tableName} one where ${ofSame(revision)}${isKnown})`, { known });
}

/** For `where: { ...recordedBy(asOf) }`: every revision that was recorded by the moment; without one, every one there is. */
export function recordedBy({ known }: Pick<AsOf, 'known'>): { recordId?: FindOperator<number> } {
  if (known === undefined) return {};
  const isKnown = (recordId: string): string =>
    `exists (select from record known_by where known_by.id = ${recordId} and known_by.at <= :known)`;
  return { recordId: Raw(isKnown, { known }) };
}

/** What the revisions are of: the rest of the key that numbers them. */
function subjectOf<Row extends Numbered>({ metadata }: Repository<Row>) {
  const keys = [metadata.primaryColumns, ...metadata.uniques.map(({ columns }) => columns)];
  const numbered = keys.find((columns) => columns.some(({ propertyName }) => propertyName === 'revision'));
  if (!numbered) throw new Error(`${metadata.name} numbers no revisions`);
  return numbered.filter(({ propertyName }) => propertyName !== 'revision');
}

/** The number of what is said next: one more than what is there, and the first where nothing is. */
export const nextRevision = (there?: { readonly revision: number }): number => (there?.revision ?? 0) + 1;

/** Refuses a change made from another revision than the latest (`revision.stale`); undefined: whoever changes read it just now. */
export function requireLatest(revision: number, expected: number | undefined): void {
  if (expected !== undefined && expected !== revision) throw new DomainError('revision.stale', { revision });
}

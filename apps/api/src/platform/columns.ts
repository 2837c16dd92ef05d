/**
 * Columns that insert-only tables share, and checks made from the domain's vocabularies, so that a list of words is
 * written once.
 */
import { Check, Column, ForeignKey, Index, JoinColumn, ManyToOne } from 'typeorm';

/**
 * The transaction that recorded the row, which says when and in which order (see record.row.ts). The database gives it out with
 * the first row, and checks at the commit that the transaction was sealed by an audit event. Its index is how the seal finds the rows again.
 */
export const recorded = (): PropertyDecorator => (target, property) => {
  Column('bigint', { default: () => 'current_record()' })(target, property);
  ForeignKey('recording')(target, property);
  Index()(target, property);
};

/** A number as domain.md §3 has it: 15 digits before the point, six after. */
export const FIGURE = { type: 'numeric', precision: 21, scale: 6, nullable: true } as const;

/** The column holds one of these words. */
export function oneOf(column: string, words: readonly string[]): ClassDecorator {
  return Check(`ck_${column}_word`.replaceAll('.', '_'), `${column} in (${words.map((word) => `'${word}'`).join(', ')})`);
}

/** No revision says otherwise than the one before without a reason (columns `revision` and `change_reason`). */
export const explainsChange = (): ClassDecorator => Check('ck_change_reason', 'revision = 1 or change_reason is not null');

/** A reference to another row, there where a read asks for it. It points one way: two rows that name each other break ESM imports. */
export function references(row: () => new () => object, column: string): PropertyDecorator {
  return (target, property) => {
    ManyToOne(row)(target, property);
    JoinColumn({ name: column })(target, property);
  };
}

/** A row that the read asked for beside another. */
export function related<Row>(row: Row | null | undefined): Row {
  if (!row) throw new Error('A read asks for the relations that it uses');
  return row;
}

/**
 * A reference to a row that stands further to the right on a figure's way, by its table: no row class imports to its right, and yet
 * the database refuses an orphan.
 */
export const refersTo = (table: string): PropertyDecorator => ForeignKey(table);

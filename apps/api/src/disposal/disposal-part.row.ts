import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { recorded, references } from '../platform/columns.js';
import { DisposalRow } from './disposal.row.js';

/**
 * What a disposal removed of one record: how many rows of a table it sealed and their digest, and how many are left with theirs. `verify`
 * holds what is there against the last of these instead of what was sealed first.
 */
@Entity('disposal_part')
@Index(['tableName', 'rowKey'])
export class DisposalPartRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  disposalId!: number;

  @references(() => DisposalRow, 'disposal_id')
  disposal?: DisposalRow;

  @Column('text')
  tableName!: string;

  /** The record whose rows they were; of an entry, which is under no record, its id. */
  @Column('text')
  rowKey!: string;

  @Column('integer')
  rowsBefore!: number;

  /** In hex; of an audit event its link. */
  @Column('text')
  sha256Before!: string;

  @Column('integer')
  rowsAfter!: number;

  @Column('text')
  sha256After!: string;

  @recorded()
  recordId!: number;
}

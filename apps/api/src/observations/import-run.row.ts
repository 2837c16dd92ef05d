import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { recorded, refersTo } from '../platform/columns.js';

@Entity('import_run')
export class ImportRunRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  source!: string;

  @Column('text')
  fileName!: string;

  @Column('bytea')
  sha256!: Buffer;

  @Column('integer')
  rows!: number;

  @Column('integer')
  added!: number;

  @Column('integer')
  changed!: number;

  @Column('integer')
  unchanged!: number;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** The account that answers for the figures. */
  @Column('uuid')
  @refersTo('account')
  approvedById!: string;

  @recorded()
  recordId!: number;
}

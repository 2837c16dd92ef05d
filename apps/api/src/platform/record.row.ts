import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One transaction that changed history; every row it recorded has its id. Written last, under the lock that is held until the
 * commit, so that nothing recorded later ever stands before it.
 */
@Entity('record')
export class RecordRow {
  /** Given out at the transaction's first write, in no order that means anything. */
  @PrimaryColumn('bigint')
  id!: number;

  /** Its place in the order of everything recorded, without gaps. */
  @Column('bigint', { unique: true })
  seq!: number;

  /** When it was recorded, to the millisecond: the database's clock, never before the record before it. */
  @Column('timestamp with time zone')
  at!: Date;
}

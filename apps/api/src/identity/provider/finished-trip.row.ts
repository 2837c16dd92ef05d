import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A way to the provider and back that somebody signed in by: no second session comes of it. */
@Entity('finished_trip')
@Index(['expiresAt'])
export class FinishedTripRow {
  /** SHA-256 of its state. */
  @PrimaryColumn('bytea')
  stateHash!: Buffer;

  /** From then on it would be too old by itself. */
  @Column('timestamp with time zone')
  expiresAt!: Date;
}

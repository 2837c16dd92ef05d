import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * A transaction that records, from its first row on: what it records points here. The one row that is checked at the commit: it was
 * sealed, which means that its record is there (see record.row.ts).
 */
@Entity('recording')
export class RecordingRow {
  @PrimaryColumn('bigint')
  @ForeignKey('record', { deferrable: 'INITIALLY DEFERRED' })
  id!: number;
}

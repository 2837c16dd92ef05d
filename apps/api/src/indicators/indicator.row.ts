import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { recorded } from '../platform/columns.js';

@Entity('indicator')
export class IndicatorRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text', { unique: true })
  slug!: string;

  /** Since when it is measured by a decision, where the version of a strategy that was adopted together with it says so; else since it was recorded. */
  @Column('date', { nullable: true })
  inForceFrom!: string | null;

  @recorded()
  recordId!: number;
}

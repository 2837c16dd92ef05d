import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { recorded } from '../platform/columns.js';

/** A follow-up round: there is one for each period. When it is stands in its revisions. */
@Entity('follow_up_round')
export class RoundRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text', { unique: true })
  period!: string;

  @recorded()
  recordId!: number;
}

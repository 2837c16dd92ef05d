import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { recorded } from '../platform/columns.js';

/** Something that an actor does for a goal; what it is stands in its revisions. */
@Entity('action')
export class ActionRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text', { unique: true })
  slug!: string;

  @recorded()
  recordId!: number;
}

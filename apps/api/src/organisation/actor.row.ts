import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { recorded } from '../platform/columns.js';

@Entity('actor')
export class ActorRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text', { unique: true })
  slug!: string;

  @recorded()
  recordId!: number;
}

import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { recorded } from '../platform/columns.js';

@Entity('territory')
export class TerritoryRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  /** Statistics Sweden's municipality code (0884) or a locality's own. */
  @Column('text', { unique: true })
  code!: string;

  @recorded()
  recordId!: number;
}

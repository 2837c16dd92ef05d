import { TERRITORY_KINDS, type TerritoryKind } from '@slusen/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf, recorded, references } from '../platform/columns.js';

@Entity('territory')
@oneOf('kind', TERRITORY_KINDS)
export class TerritoryRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  /** Statistics Sweden's municipality code (0884) or a locality's own. */
  @Column('text', { unique: true })
  code!: string;

  @Column('text')
  kind!: TerritoryKind;

  @Column('text')
  nameSv!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  @Column('integer', { nullable: true })
  parentId!: number | null;

  @references(() => TerritoryRow, 'parent_id')
  parent?: unknown;

  @recorded()
  recordId!: number;
}

import { TERRITORY_KINDS, type TerritoryKind } from '@slusen/domain';
import { TerritoryRow } from './territory.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { oneOf, references } from '../platform/columns.js';
import { RevisionRow } from '../platform/revision.row.js';

@Entity('territory_revision')
@oneOf('kind', TERRITORY_KINDS)
export class TerritoryRevisionRow extends RevisionRow {
  @PrimaryColumn('integer')
  territoryId!: number;

  @references(() => TerritoryRow, 'territory_id')
  territory?: TerritoryRow;

  @PrimaryColumn('integer')
  revision!: number;

  @Column('text')
  kind!: TerritoryKind;

  @Column('text')
  nameSv!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  @Column('integer', { nullable: true })
  parentId!: number | null;

  @references(() => TerritoryRow, 'parent_id')
  parent?: TerritoryRow;
}

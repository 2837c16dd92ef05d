import { TERRITORY_KINDS, type TerritoryKind } from '@slusen/domain';
import { TerritoryRow } from './territory.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { explainsChange, oneOf, recorded, references } from '../platform/columns.js';

@Entity('territory_revision')
@oneOf('kind', TERRITORY_KINDS)
@explainsChange()
export class TerritoryRevisionRow {
  @PrimaryColumn('integer')
  territoryId!: number;

  @references(() => TerritoryRow, 'territory_id')
  territory?: unknown;

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
  parent?: unknown;

  /** Why it says otherwise than the revision before. */
  @Column('text', { nullable: true })
  changeReason!: string | null;

  /** The decision that it was changed by: "KF 2027-03-22 § 12". */
  @Column('text', { nullable: true })
  changeDecision!: string | null;

  @recorded()
  recordId!: number;
}

import { AreaRow } from './area.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { explainsChange, recorded, references } from '../platform/columns.js';

@Entity('area_revision')
@explainsChange()
export class AreaRevisionRow {
  @PrimaryColumn('integer')
  areaId!: number;

  @references(() => AreaRow, 'area_id')
  area?: unknown;

  @PrimaryColumn('integer')
  revision!: number;

  @Column('integer')
  position!: number;

  @Column('text')
  nameSv!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  @Column('text')
  shortNameSv!: string;

  @Column('text', { nullable: true })
  shortNameEn!: string | null;

  @Column('text')
  descriptionSv!: string;

  @Column('text', { nullable: true })
  descriptionEn!: string | null;

  /** Why it says otherwise than the revision before. */
  @Column('text', { nullable: true })
  changeReason!: string | null;

  /** The decision that it was changed by: "KF 2027-03-22 § 12". */
  @Column('text', { nullable: true })
  changeDecision!: string | null;

  @recorded()
  recordId!: number;
}

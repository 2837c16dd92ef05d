import { AreaRow } from './area.row.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { references } from '../platform/columns.js';
import { RevisionRow } from '../platform/revision.row.js';

@Entity('area_revision')
export class AreaRevisionRow extends RevisionRow {
  @PrimaryColumn('integer')
  areaId!: number;

  @references(() => AreaRow, 'area_id')
  area?: AreaRow;

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
}

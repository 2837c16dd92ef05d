import { UPLOAD_ROW_KINDS, type UploadRowKind } from '@slusen/domain';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../platform/columns.js';
import { ImportUploadRow } from './import-upload.row.js';

/** What a row of a file would do, as it was checked last. */
@Entity('import_upload_row')
@oneOf('kind', UPLOAD_ROW_KINDS)
export class ImportUploadRowRow {
  @PrimaryColumn('uuid')
  uploadId!: string;

  @ManyToOne(() => ImportUploadRow, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'upload_id' })
  upload?: ImportUploadRow;

  @PrimaryColumn('integer')
  number!: number;

  @Column('text')
  kind!: UploadRowKind;

  /** In the file. */
  @Column('integer')
  line!: number;

  @Column('text', { nullable: true })
  indicator!: string | null;

  @Column('text', { nullable: true })
  territory!: string | null;

  @Column('text', { nullable: true })
  breakdown!: string | null;

  @Column('text', { nullable: true })
  period!: string | null;

  @Column('text', { nullable: true })
  was!: string | null;

  @Column('text', { nullable: true })
  becomes!: string | null;

  /** Of a refused one: where, and why, in both languages. */
  @Column('text', { nullable: true })
  place!: string | null;

  @Column('jsonb', { nullable: true })
  reason!: { readonly sv: string; readonly en: string } | null;
}

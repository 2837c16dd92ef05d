import { MASK_REASONS, type MaskReason } from '@slusen/domain';
import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { oneOf, recorded } from '../platform/columns.js';

/**
 * A decision that a published text or figure is not to be shown, or that it may be shown again. What it hides stands unchanged in its own
 * row, whose digest is in the chain.
 */
@Entity('masking')
@Unique(['tableName', 'rowKey', 'field', 'revision'])
@oneOf('reason', MASK_REASONS)
@Check('ck_masking_hides', 'num_nulls(reason, salt, sha256) = case when is_lifted then 3 else 0 end')
export class MaskingRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  tableName!: string;

  /** The row's primary key; of several columns, with strokes between them. */
  @Column('text')
  rowKey!: string;

  /** The column that is hidden. */
  @Column('text')
  field!: string;

  /** 1, 2, 3 … of each place: the last one holds. */
  @Column('integer')
  revision!: number;

  /** It may be shown again. */
  @Column('boolean')
  isLifted!: boolean;

  @Column('text', { nullable: true })
  reason!: MaskReason | null;

  @Column('text')
  decision!: string;

  /** Random, and told to nobody: without it a short text could be guessed from its hash. */
  @Column('bytea', { nullable: true })
  salt!: Buffer | null;

  /** SHA-256 of the salt and the hidden text. */
  @Column('bytea', { nullable: true })
  sha256!: Buffer | null;

  /** What is shown instead; nothing where the text is a link. */
  @Column('text', { nullable: true })
  note!: string | null;

  @recorded()
  recordId!: number;
}

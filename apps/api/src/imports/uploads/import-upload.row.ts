import type { ImportChoices, ImportFound, ImportOutcome, ImportView } from '@slusen/contracts';
import { UPLOAD_STATES, type UploadState } from '@slusen/domain';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AccountRow } from '../../identity/account.row.js';
import { ImportRunRow } from '../../observations/import-run.row.js';
import { oneOf, references } from '../../platform/columns.js';

/** A file of figures on its way. It is work, not history: what it becomes is a run with its observations. */
@Entity('import_upload')
@oneOf('state', UPLOAD_STATES)
@Index(['createdAt'])
export class ImportUploadRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Counts its steps. */
  @Column('integer')
  version!: number;

  @Column('text')
  state!: UploadState;

  @Column('text')
  fileName!: string;

  @Column('bytea')
  sha256!: Buffer;

  @Column('integer')
  bytes!: number;

  /** The file as it came, until it is published, or of no use any more. */
  @Column('bytea', { nullable: true, select: false })
  content!: Buffer | null;

  @Column('jsonb')
  choices!: ImportChoices;

  @Column('jsonb')
  found!: ImportFound;

  @Column('jsonb', { nullable: true })
  outcome!: ImportOutcome | null;

  /** What the file would record, as it was checked last. */
  @Column('text', { nullable: true })
  digest!: string | null;

  /** Whose indicators its figures are of, as it was checked last: who reviews all of them may approve it. */
  @Column('jsonb', { default: [] })
  departments!: ImportView['departments'];

  @Column('jsonb', { nullable: true })
  progress!: NonNullable<ImportView['progress']> | null;

  /** Why published figures change. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** What was said when it was sent back or withdrawn. */
  @Column('text', { nullable: true })
  said!: string | null;

  @Column('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  /** Who answers for the step under way. */
  @Column('uuid', { nullable: true })
  confirmedById!: string | null;

  @references(() => AccountRow, 'confirmed_by_id')
  confirmedBy?: AccountRow | null;

  @Column('integer', { nullable: true })
  importRunId!: number | null;

  @references(() => ImportRunRow, 'import_run_id')
  importRun?: ImportRunRow | null;

  @Column('integer', { nullable: true })
  withdrawalRunId!: number | null;

  @references(() => ImportRunRow, 'withdrawal_run_id')
  withdrawalRun?: ImportRunRow | null;

  /** Figures of a withdrawn file that people had revised, and that stayed. */
  @Column('integer', { nullable: true })
  kept!: number | null;

  @Column('timestamp with time zone', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamp with time zone', { default: () => 'now()' })
  changedAt!: Date;
}

import {
  ENTERED_PROVENANCES,
  ENTRY_STATES,
  MISSING_KINDS,
  QUALITIES,
  type EnteredProvenance,
  type EntryFigure,
  type EntryPart,
  type EntryState,
  type MissingKind,
  type Quality,
} from '@slusen/domain';
import { SeriesHeadRow } from '../observations/series-head.row.js';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { FIGURE, oneOf, references } from '../platform/columns.js';

@Entity('entry')
@Index('ux_entry_open', ['seriesId', 'period'], { unique: true, where: `state not in ('approved', 'discarded')` })
@Index(['seriesId', 'periodEnd'])
@Index('ix_entry_waiting', ['submittedAt'], { where: `state = 'submitted'` })
@oneOf('state', ENTRY_STATES)
@oneOf('missing', MISSING_KINDS)
@oneOf('quality', QUALITIES)
@oneOf('provenance', ENTERED_PROVENANCES)
@Check('ck_entry_outcome', 'value is null or missing is null')
@Check('ck_entry_share', 'num_nulls(numerator, denominator) <> 1 and denominator > 0')
@Check('ck_entry_size', 'abs(value) < 1e15')
export class EntryRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('integer')
  seriesId!: number;

  @references(() => SeriesHeadRow, 'series_id')
  series?: SeriesHeadRow;

  @Column('text')
  period!: string;

  @Column('integer')
  periodEnd!: number;

  @Column('text')
  state!: EntryState;

  @Column('integer')
  version!: number;

  @Column(FIGURE)
  value!: number | null;

  @Column('text', { nullable: true })
  missing!: MissingKind | null;

  @Column('text')
  quality!: Quality;

  @Column(FIGURE)
  margin!: number | null;

  @Column('integer', { nullable: true })
  respondents!: number | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('text', { nullable: true })
  sourceNote!: string | null;

  @Column('text', { nullable: true })
  link!: string | null;

  @Column('jsonb')
  answers!: { kind: string; comment: string }[];

  /** Why an approved figure is to be corrected. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  returnedReason!: string | null;

  @Column('boolean')
  isCorrection!: boolean;

  @Column('timestamp with time zone')
  createdAt!: Date;

  @Column('timestamp with time zone')
  updatedAt!: Date;

  @Column('timestamp with time zone', { nullable: true })
  submittedAt!: Date | null;

  /** How the value came about; exact when nothing is said. */
  @Column('text', { nullable: true })
  provenance!: EnteredProvenance | null;

  @Column('text', { nullable: true })
  provenanceNote!: string | null;

  /** What it said when it was last returned, until it is approved. */
  @Column('jsonb', { nullable: true })
  returnedFigure!: EntryFigure | null;

  /** The sum that makes the value, where one was typed. */
  @Column('text', { nullable: true })
  calculation!: string | null;

  /** What a share is made of, where it says so. */
  @Column(FIGURE)
  numerator!: number | null;

  @Column(FIGURE)
  denominator!: number | null;

  /** Its parts, where the indicator is broken down. */
  @Column('jsonb', { nullable: true })
  parts!: EntryPart[] | null;
}

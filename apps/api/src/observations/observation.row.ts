import { MISSING_KINDS, PROVENANCES, QUALITIES, type MissingKind, type Provenance, type Quality } from '@slusen/domain';
import { ActorRow } from '../organisation/actor.row.js';
import { SeriesHeadRow } from './series-head.row.js';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { FIGURE, oneOf, recorded, references, refersTo } from '../platform/columns.js';

@Entity('observation')
@Unique(['seriesId', 'period', 'revision'])
@Index(['seriesId', 'periodEnd', 'revision'])
@Index(['publishAt'])
@Index(['seriesId', 'publishAt'])
@Index(['importRunId'])
@oneOf('missing', MISSING_KINDS)
@oneOf('quality', QUALITIES)
@oneOf('provenance', PROVENANCES)
@Check('ck_observation_outcome', '(value is null) <> (missing is null)')
@Check('ck_observation_share', 'num_nulls(numerator, denominator) <> 1 and denominator > 0')
@Check('ck_observation_size', 'abs(value) < 1e15')
export class ObservationRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  seriesId!: number;

  @references(() => SeriesHeadRow, 'series_id')
  series?: SeriesHeadRow;

  @Column('text')
  period!: string;

  /** Position of the period: year × 12 + last month. */
  @Column('integer')
  periodEnd!: number;

  @Column('integer')
  revision!: number;

  @Column(FIGURE)
  value!: number | null;

  @Column('text', { nullable: true })
  missing!: MissingKind | null;

  @Column('text')
  quality!: Quality;

  @Column('text')
  provenance!: Provenance;

  @Column('text', { nullable: true })
  provenanceNote!: string | null;

  @Column(FIGURE)
  margin!: number | null;

  @Column('integer', { nullable: true })
  respondents!: number | null;

  @Column('text')
  source!: string;

  /** Why an earlier revision was changed. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The entry or the import run it came from. */
  @Column('uuid', { nullable: true })
  @refersTo('entry')
  entryId!: string | null;

  @Column('integer', { nullable: true })
  @refersTo('import_run')
  importRunId!: number | null;

  /** The department that approved it; the person is in the audit trail only. */
  @Column('integer', { nullable: true })
  departmentId!: number | null;

  @references(() => ActorRow, 'department_id')
  department?: ActorRow;

  @Column('timestamp with time zone')
  publishAt!: Date;

  @recorded()
  recordId!: number;

  /** Somebody answered why it is final though its period was not over; null as good as no. */
  @Column('boolean', { nullable: true })
  isFinalEarly!: boolean | null;

  /** What a share is made of, where it says so. */
  @Column(FIGURE)
  numerator!: number | null;

  @Column(FIGURE)
  denominator!: number | null;
}

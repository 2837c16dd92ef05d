import { MEASURES, PATHS, type Measure, type Path, type TargetKind } from '@slusen/domain';
import { IndicatorRow } from '../indicators/indicator.row.js';
import { GoalRow } from '../strategy/goal.row.js';
import { Check, Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { FIGURE, oneOf, references } from '../platform/columns.js';
import { RevisionRow } from '../platform/revision.row.js';

/** Also how an indicator measures a goal without a target, or no longer does. */
export type MeasuringKind = TargetKind | 'none' | 'withdrawn';

/** Which columns each kind has. */
const NEEDED = `case kind
  when 'point' then num_nulls(baseline_period, baseline_value, final_period, final_value, tolerance, decision) = 0
  when 'band' then num_nulls(baseline_period, final_period, low, high, tolerance, decision) = 0
  else kind in ('none', 'withdrawn') end`;

@Entity('target')
@Unique(['goalId', 'indicatorId', 'revision'])
@oneOf('measure', MEASURES)
@oneOf('path', PATHS)
@Check('ck_target_kind', NEEDED)
export class TargetRow extends RevisionRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  goalId!: number;

  @references(() => GoalRow, 'goal_id')
  goal?: GoalRow;

  @Column('integer')
  indicatorId!: number;

  @references(() => IndicatorRow, 'indicator_id')
  indicator?: IndicatorRow;

  @Column('integer')
  revision!: number;

  /** `none`: the indicator belongs to the goal, but no target was decided; `withdrawn`: it does not measure the goal any more. */
  @Column('text')
  kind!: MeasuringKind;

  @Column('text')
  measure!: Measure;

  @Column('text')
  path!: Path;

  @Column('text', { nullable: true })
  baselinePeriod!: string | null;

  @Column(FIGURE)
  baselineValue!: number | null;

  @Column('jsonb')
  milestones!: { period: string; value: number }[];

  @Column('text', { nullable: true })
  finalPeriod!: string | null;

  @Column(FIGURE)
  finalValue!: number | null;

  @Column(FIGURE)
  low!: number | null;

  @Column(FIGURE)
  high!: number | null;

  @Column(FIGURE)
  tolerance!: number | null;

  @Column('text', { nullable: true })
  decision!: string | null;

  @Column('boolean')
  isExample!: boolean;
}

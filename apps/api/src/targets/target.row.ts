import { MEASURES, PATHS, type Measure, type Path, type TargetKind as DecidedKind } from '@slusen/domain';
import { IndicatorRow } from '../indicators/indicator.row.js';
import { GoalRow } from '../strategy/goal.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { FIGURE, oneOf, recorded, references } from '../platform/columns.js';

export type TargetKind = DecidedKind | 'none';

@Entity('target')
@Unique(['goalId', 'indicatorId', 'revision'])
@oneOf('measure', MEASURES)
@oneOf('path', PATHS)
export class TargetRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  goalId!: number;

  @references(() => GoalRow, 'goal_id')
  goal?: unknown;

  @Column('integer')
  indicatorId!: number;

  @references(() => IndicatorRow, 'indicator_id')
  indicator?: unknown;

  @Column('integer')
  revision!: number;

  /** `none`: the indicator belongs to the goal, but no target was decided. */
  @Column('text')
  kind!: TargetKind;

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

  @recorded()
  recordId!: number;
}

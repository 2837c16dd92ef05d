import { ACTION_STATUSES, type ActionStatus } from '@slusen/domain';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { IndicatorRow } from '../indicators/indicator.row.js';
import { ActorRow } from '../organisation/actor.row.js';
import { TerritoryRow } from '../organisation/territory.row.js';
import { oneOf, recorded, references } from '../platform/columns.js';
import { GoalRow } from '../strategy/goal.row.js';
import { ActionRow } from './action.row.js';

/** What was said of an action at a time. It was no decision, so it needs none to change; why stands in the note. */
@Entity('action_revision')
@oneOf('status', ACTION_STATUSES)
@Check('ck_action_ends', 'ends_on >= starts_on')
@Check('ck_action_note', `status not in ('delayed', 'dropped') or note is not null`)
export class ActionRevisionRow {
  @PrimaryColumn('integer')
  actionId!: number;

  @references(() => ActionRow, 'action_id')
  action?: ActionRow;

  /** 1, 2, 3 … of each action. */
  @PrimaryColumn('integer')
  revision!: number;

  /** As the version of the strategy in force had it then: a goal that keeps its name in the next version keeps its actions. */
  @Column('integer')
  @Index()
  goalId!: number;

  @references(() => GoalRow, 'goal_id')
  goal?: GoalRow;

  @Column('integer')
  @Index()
  leadId!: number;

  @references(() => ActorRow, 'lead_id')
  lead?: ActorRow;

  @Column('text')
  titleSv!: string;

  @Column('text', { nullable: true })
  titleEn!: string | null;

  @Column('text', { nullable: true })
  descriptionSv!: string | null;

  @Column('text', { nullable: true })
  descriptionEn!: string | null;

  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('text')
  status!: ActionStatus;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('integer', { nullable: true })
  territoryId!: number | null;

  @references(() => TerritoryRow, 'territory_id')
  territory?: TerritoryRow;

  @Column('integer', { nullable: true })
  indicatorId!: number | null;

  @references(() => IndicatorRow, 'indicator_id')
  indicator?: IndicatorRow;

  @Column('boolean')
  isExample!: boolean;

  /** The department that whoever said it works for: told to everyone in place of the person, who stands in the audit trail. */
  @Column('integer', { nullable: true })
  saidById!: number | null;

  @references(() => ActorRow, 'said_by_id')
  saidBy?: ActorRow;

  @recorded()
  recordId!: number;
}

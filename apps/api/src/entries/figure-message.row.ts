import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { AccountRow } from '../identity/account.row.js';
import { IndicatorRow } from '../indicators/indicator.row.js';
import { ActorRow } from '../organisation/actor.row.js';
import { TerritoryRow } from '../organisation/territory.row.js';
import { recorded, references } from '../platform/columns.js';

/** What officials say to each other about a figure, which is named by its place: it stays with it whatever entry is under way. Never public. */
@Entity('figure_message')
@Index(['indicatorId', 'period'])
@Check('ck_message_asks_or_answers', 'asked_id is null or answers_id is null')
export class FigureMessageRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @references(() => IndicatorRow, 'indicator_id')
  indicator?: IndicatorRow;

  @Column('integer')
  territoryId!: number;

  @references(() => TerritoryRow, 'territory_id')
  territory?: TerritoryRow;

  @Column('text')
  breakdown!: string;

  @Column('text')
  period!: string;

  @Column('text')
  text!: string;

  /** Whom it asks. */
  @Index()
  @Column('uuid', { nullable: true })
  askedId!: string | null;

  @references(() => AccountRow, 'asked_id')
  asked?: AccountRow;

  /** The question that it answers. */
  @Index()
  @Column('integer', { nullable: true })
  answersId!: number | null;

  @references(() => FigureMessageRow, 'answers_id')
  answers?: FigureMessageRow;

  @Column('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  /** Which department answered for the figure then. */
  @Column('integer')
  departmentId!: number;

  @references(() => ActorRow, 'department_id')
  department?: ActorRow;

  @recorded()
  recordId!: number;
}

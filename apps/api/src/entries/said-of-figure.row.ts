import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { AccountRow } from '../identity/account.row.js';
import { IndicatorRow } from '../indicators/indicator.row.js';
import { ActorRow } from '../organisation/actor.row.js';
import { TerritoryRow } from '../organisation/territory.row.js';
import { recorded, references } from '../platform/columns.js';

/** What somebody said of a figure, which is named by its place: a figure that nobody has entered has no series yet, and what was said stays. */
export abstract class SaidOfFigureRow {
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

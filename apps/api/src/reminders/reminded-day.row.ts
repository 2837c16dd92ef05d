import { Entity, PrimaryColumn } from 'typeorm';
import { AccountRow } from '../identity/account.row.js';
import { references } from '../platform/columns.js';

/** That somebody was reminded on a day: one message for each person and day, however often the job is tried. */
@Entity('reminded_day')
export class RemindedDayRow {
  @PrimaryColumn('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  @PrimaryColumn('date')
  day!: string;
}

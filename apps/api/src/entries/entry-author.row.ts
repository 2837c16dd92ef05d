import { AccountRow } from '../identity/account.row.js';
import { EntryRow } from './entry.row.js';
import { Entity, PrimaryColumn } from 'typeorm';
import { recorded, references } from '../platform/columns.js';

@Entity('entry_author')
export class EntryAuthorRow {
  @PrimaryColumn('uuid')
  entryId!: string;

  @PrimaryColumn('uuid')
  accountId!: string;

  @references(() => EntryRow, 'entry_id')
  entry?: EntryRow;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  /** The order in which they joined. */
  @recorded()
  recordId!: number;
}

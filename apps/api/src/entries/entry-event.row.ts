import { ENTRY_ACTIONS, type EntryAction, type EntryState, type MissingKind } from '@slusen/domain';
import { AccountRow } from '../identity/account.row.js';
import { EntryRow } from './entry.row.js';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { FIGURE, oneOf, recorded, references } from '../platform/columns.js';

@Entity('entry_event')
@Unique(['entryId', 'version'])
@oneOf('action', ENTRY_ACTIONS)
export class EntryEventRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('uuid')
  entryId!: string;

  @references(() => EntryRow, 'entry_id')
  entry?: EntryRow;

  @Column('integer')
  version!: number;

  @Column('text')
  action!: EntryAction;

  @Column('text', { nullable: true })
  fromState!: EntryState | null;

  @Column('text')
  toState!: EntryState;

  @Column('uuid')
  accountId!: string;

  @references(() => AccountRow, 'account_id')
  account?: AccountRow;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column(FIGURE)
  value!: number | null;

  @Column('text', { nullable: true })
  missing!: MissingKind | null;

  @recorded()
  recordId!: number;
}

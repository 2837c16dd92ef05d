import type { ImportMapping } from '@slusen/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AccountRow } from '../../identity/account.row.js';
import { references } from '../../platform/columns.js';

/** Who figures came from before: how their columns are called, and whether they are official statistics. */
@Entity('import_source')
export class ImportSourceRow {
  @PrimaryColumn('text')
  name!: string;

  @Column('boolean', { default: false })
  isOfficial!: boolean;

  @Column('uuid', { nullable: true })
  markedById!: string | null;

  @references(() => AccountRow, 'marked_by_id')
  markedBy?: AccountRow | null;

  /** With the headings that it is about; none of a file whose columns are called as ours are. */
  @Column('jsonb', { nullable: true })
  mapping!: { readonly headings: readonly string[]; readonly mapping: ImportMapping } | null;
}

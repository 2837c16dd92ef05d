import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one-time code of a first start, as its hash; there is one at most, and none once somebody has used it. */
@Entity('set_up_code')
@Check('ck_set_up_code_single', 'id = 1')
export class SetUpCodeRow {
  @PrimaryColumn('integer')
  id!: number;

  @Column('bytea')
  sha256!: Buffer;
}

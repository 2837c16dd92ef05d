import { Column } from 'typeorm';
import { explainsChange, recorded } from './columns.js';

/** What every revision of something that was decided says beside its content. */
@explainsChange()
export abstract class RevisionRow {
  /** 1, 2, 3 … of each thing. */
  abstract revision: number;

  /** Why it says otherwise than the revision before. */
  @Column('text', { nullable: true })
  changeReason!: string | null;

  /** The decision that it was changed by: "KF 2027-03-22 § 12". */
  @Column('text', { nullable: true })
  changeDecision!: string | null;

  @recorded()
  recordId!: number;
}

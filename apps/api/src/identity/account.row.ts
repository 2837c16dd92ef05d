import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('account')
export class AccountRow {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Lower case, as it is typed to sign in. */
  @Column('text', { unique: true })
  username!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Column('boolean', { default: false })
  isDemonstration!: boolean;

  @Column('timestamp with time zone', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamp with time zone', { nullable: true })
  disabledAt!: Date | null;
}

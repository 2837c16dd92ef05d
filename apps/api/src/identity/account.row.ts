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

  /** Where invitations and new passwords are sent, in lower case; null for one that was made by a command without it. */
  @Column('text', { nullable: true, unique: true })
  email!: string | null;

  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Column('boolean', { default: false })
  isDemonstration!: boolean;

  @Column('timestamp with time zone', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamp with time zone', { nullable: true })
  disabledAt!: Date | null;

  /** When who this was was removed for ever: then the name is a pseudonym, and nobody comes in any more. */
  @Column('timestamp with time zone', { nullable: true })
  pseudonymisedAt!: Date | null;

  /** Rises with every change of the account or its roles, so that nobody changes what they have not seen. */
  @Column('integer', { default: 1 })
  version!: number;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Attempts at passwords, counted over a minute by `rate-limiter-flexible`, which fills these columns in this order. */
@Entity('sign_in_attempt')
@Index(['expire'])
export class SignInAttemptRow {
  /** Which count, and a digest of whom it is about: what people type into the wrong field is stored nowhere. */
  @PrimaryColumn('text')
  key!: string;

  @Column('integer')
  points!: number;

  /** Milliseconds since 1970; from then on it counts no more. */
  @Column('bigint')
  expire!: number;
}

import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { statement, Statements } from '../platform/statements.js';

/** What of an installation is there. */
export interface Beginnings {
  readonly has_administrator: boolean;
  readonly has_strategy: boolean;
}

const BEGINNINGS = statement({
  name: 'set-up.beginnings',
  text: `
    select exists (select from account a join account_role r on r.account_id = a.id
                    where r.role = 'administrator' and a.disabled_at is null and (r.valid_to is null or r.valid_to >= $1::date)) as has_administrator,
           exists (select from strategy) as has_strategy`,
});
const ONE_AT_A_TIME = statement({ name: 'set-up.lock', text: `select pg_advisory_xact_lock(hashtext('slusen.administrators'))` });
const KEEP = statement({
  name: 'set-up.keep-code',
  text: 'insert into set_up_code (id, sha256) values (1, $1) on conflict (id) do update set sha256 = excluded.sha256',
});
const USE = statement({ name: 'set-up.use-code', text: 'delete from set_up_code where sha256 = $1 returning id' });
const FORGET = statement({ name: 'set-up.forget-code', text: 'delete from set_up_code returning id' });

/** What is there of an installation, and the code that makes its first administrator. */
@Injectable()
export class SetUpRepository {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** An administrator whose role is over administers nothing. */
  async beginnings(): Promise<Beginnings> {
    const [line] = await this.statements.rows<Beginnings>(BEGINNINGS, [this.clock.today()]);
    if (!line) throw new Error('A question of what is there has an answer');
    return line;
  }

  /** Until the transaction ends nobody else becomes, or ceases to be, an administrator. */
  async lock(): Promise<void> {
    await this.statements.rows(ONE_AT_A_TIME);
  }

  /** From now on this is the code, and the one before is none. */
  async keepCode(sha256: Buffer): Promise<void> {
    await this.statements.rows(KEEP, [sha256]);
  }

  /** Whether that is the code; it is used up then. */
  async useCode(sha256: Buffer): Promise<boolean> {
    return (await this.statements.rows(USE, [sha256])).length > 0;
  }

  async forgetCode(): Promise<void> {
    await this.statements.rows(FORGET);
  }
}

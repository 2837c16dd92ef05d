import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { disposalDecisionText, DomainError, type DisposalDecision, type Instant } from '@slusen/domain';
import type { Repository } from 'typeorm';
import { IS_PERSON } from '../people/person-columns.js';
import { statement, Statements } from '../platform/statements.js';
import { DisposalLog } from './disposal-log.js';
import { DisposalRow } from './disposal.row.js';
import { recordThatTells } from './record-that-tells.js';

/** What is to be removed by whom, and by which decision. */
export interface WantedDisposal extends Partial<Pick<DisposalRow, 'accountId' | 'beforeDay' | 'maskings'>>, DisposalDecision {
  readonly kind: Exclude<DisposalRow['kind'], 'leaver'>;
  readonly byId: string;
}

/** How many rows of each table were removed or reduced. */
export type Removed = Readonly<Record<string, number>>;

const removing = (kind: string, call: string) => statement({ name: `disposal.${kind}`, text: `select ${call} as removed` });
const REMOVALS = {
  events: removing('events', 'dispose_events($1)'),
  'working-material': removing('working-material', 'dispose_working_material($1)'),
  mails: removing('mails', 'dispose_mails($1)'),
  masked: removing('masked', 'dispose_masked($1)'),
} as const;
const LEAVER = removing('leaver', 'dispose_account($1, $2, $3)');
const PERSON = statement({ name: 'disposal.person', text: `select 1 from account a where a.id = $1 and ${IS_PERSON}` });
const ONE_AT_A_TIME = statement({ name: 'disposal.lock', text: `select pg_advisory_xact_lock(hashtext('slusen.disposal'))` });
const EVENT = statement({
  name: 'disposal.event',
  text: `select r.seq, r.at, a.payload::jsonb ->> 'action' as action from audit_event a join record r on r.id = a.record_id where r.id = $1`,
});
const PSEUDONYMS = statement({
  name: 'disposal.pseudonyms',
  text: 'select count(*)::int as given from account where pseudonymised_at is not null',
});

/** Writes down what is removed and has it removed by the database, which does so for what is written down alone. In a transaction. */
@Injectable()
export class DisposalRepository {
  constructor(
    @InjectRepository(DisposalRow) private readonly disposals: Repository<DisposalRow>,
    private readonly statements: Statements,
    private readonly log: DisposalLog,
  ) {}

  async remove(wanted: WantedDisposal): Promise<{ readonly id: number; readonly removed: Removed }> {
    const id = await this.open(wanted);
    return { id, removed: await this.removedBy(REMOVALS[wanted.kind], [id]) };
  }

  /** Asked once the transaction of a removal is over. Throws `disposal.still-told`, with the event, where that is what stopped it. */
  async requireUntold(error: unknown): Promise<void> {
    const record = recordThatTells(error);
    if (record === undefined) return;
    const [event] = await this.statements.rows<{ seq: number; at: Date; action: string }>(EVENT, [record]);
    if (event) throw new DomainError('disposal.still-told', { event: event.seq, action: event.action, at: event.at.toISOString() });
  }

  /** Throws `account.not-found`: a business system is nobody who leaves. */
  async requirePerson(id: string): Promise<void> {
    if ((await this.statements.rows(PERSON, [id])).length === 0) throw new DomainError('account.not-found', { username: id });
  }

  /** The account is locked by whoever asks. */
  async reduce(
    accountId: string,
    { pseudonym, username, byId, decision }: { pseudonym: string; username: string; byId: string; decision: DisposalDecision },
  ): Promise<{ readonly id: number; readonly removed: Removed }> {
    const id = await this.open({ ...decision, kind: 'leaver', accountId, byId });
    return { id, removed: await this.removedBy(LEAVER, [id, pseudonym, username]) };
  }

  /** Once it is committed: outside the database, for whoever restores a backup from before it. */
  note({
    at,
    kind,
    decision,
    about,
  }: {
    at: Instant;
    kind: DisposalRow['kind'];
    decision: DisposalDecision;
    about: string;
  }): Promise<void> {
    return this.log.note({ at, kind, decision: disposalDecisionText(decision), about });
  }

  /** The number of the next pseudonym; in a transaction nobody else is given it. */
  async nextPseudonym({ isTaken }: { readonly isTaken: boolean }): Promise<number> {
    if (isTaken) await this.statements.rows(ONE_AT_A_TIME);
    const [line] = await this.statements.rows<{ given: number }>(PSEUDONYMS);
    return (line?.given ?? 0) + 1;
  }

  private async open(row: Partial<DisposalRow>): Promise<number> {
    const { identifiers } = await this.disposals.insert(row);
    return Number(identifiers[0]?.['id']);
  }

  private async removedBy(removal: typeof LEAVER, values: readonly unknown[]): Promise<Removed> {
    const [line] = await this.statements.rows<{ removed: Removed }>(removal, values);
    return line?.removed ?? {};
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { createHash, randomBytes } from 'node:crypto';
import { IsNull, MoreThan, type Repository } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import type { Account } from '../account.js';
import { AccountQuery } from '../account.query.js';
import { MachineKeyRow } from './machine-key.row.js';

const HOUR = 3_600_000;
/** By this scanners that look for secrets in files recognise one. */
const PREFIX = 'slusen_';

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** What the audit trail tells of a key, so that one that was made past the program is found, and one whose end was put off. */
export const machineKeyFact = ({ keyHash, expiresAt }: Pick<MachineKeyRow, 'keyHash' | 'expiresAt'>): string =>
  createHash('sha256').update(keyHash).update(` ${expiresAt.getTime()}`).digest('hex');

/** The keys of business systems: whoever made one has it, the table only its hash. */
@Injectable()
export class MachineKeyRepository {
  constructor(
    @InjectRepository(MachineKeyRow) private readonly keys: Repository<MachineKeyRow>,
    private readonly accounts: AccountQuery,
    private readonly clock: Clock,
  ) {}

  /** Whom a key lets in; undefined when it is unknown, revoked or past its end, or when the account is disabled. */
  async accountOf(key: string): Promise<Account | undefined> {
    const now = this.clock.now();
    const where = { keyHash: hashOf(key), revokedAt: IsNull(), expiresAt: MoreThan(now) };
    const row = await this.keys.findOne({ where, relations: { account: true } });
    const account = row?.account && (await this.accounts.byUsername(row.account.username));
    if (row && account) await this.touch(row, now);
    return account;
  }

  /** Whether the account is a business system's. */
  isMachine(accountId: string): Promise<boolean> {
    return this.keys.existsBy({ accountId });
  }

  /** Makes a key and gives it, this once, with its row. */
  async insert(
    accountId: string,
    expiresAt: Date,
  ): Promise<{ readonly key: string; readonly row: Pick<MachineKeyRow, 'id' | 'keyHash' | 'expiresAt'> }> {
    const key = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const keyHash = hashOf(key);
    const { identifiers } = await this.keys.insert({ accountId, keyHash, createdAt: this.clock.now(), expiresAt });
    return { key, row: { id: Number(identifiers[0]?.['id']), keyHash, expiresAt } };
  }

  /** Locked until the transaction ends. */
  lock(id: number): Promise<MachineKeyRow | null> {
    return this.keys.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async revoke(id: number): Promise<void> {
    await this.keys.update({ id }, { revokedAt: this.clock.now() });
  }

  private async touch({ id, lastUsedAt }: MachineKeyRow, now: Date): Promise<void> {
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < HOUR) return;
    await this.keys.update({ id }, { lastUsedAt: now });
  }
}

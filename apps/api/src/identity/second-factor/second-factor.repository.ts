import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { createHash } from 'node:crypto';
import { IsNull, LessThan, Not, type Repository } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { recoveryHash, stepOf, typedCode } from './codes.js';
import { RecoveryCodeRow } from './recovery-code.row.js';
import { SecondFactorRow } from './second-factor.row.js';
import { Vault } from './vault.js';

/** What the audit trail tells of a second factor, so that one that was exchanged or taken away past the program is found. */
export const secondFactorFact = (sealedSecret: Buffer): string => createHash('sha256').update(sealedSecret).digest('hex');

/** The same of a recovery code. */
export const recoveryFact = (accountId: string, text: string): string =>
  createHash('sha256').update(recoveryHash(accountId, text)).digest('hex');

/** How somebody proved it. */
export type CodeKind = ReturnType<typeof typedCode>['kind'];

/** Second factors and recovery codes; a code that was good for something is good for nothing more. */
@Injectable()
export class SecondFactorRepository {
  private readonly logger = new Logger('second factor');

  constructor(
    @InjectRepository(SecondFactorRow) private readonly factors: Repository<SecondFactorRow>,
    @InjectRepository(RecoveryCodeRow) private readonly codes: Repository<RecoveryCodeRow>,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Also one that is being set up. */
  of(accountId: string): Promise<SecondFactorRow | null> {
    return this.factors.findOneBy({ accountId });
  }

  async isOn(accountId: string): Promise<boolean> {
    return this.factors.existsBy({ accountId, confirmedAt: Not(IsNull()) });
  }

  recoveryCodesLeft(accountId: string): Promise<number> {
    return this.codes.countBy({ accountId });
  }

  /** Begins to set one up, instead of what was begun before. */
  async begin(accountId: string, secret: Buffer): Promise<void> {
    const sealedSecret = await this.vault.seal(secret, accountId);
    await this.factors.upsert({ accountId, sealedSecret, confirmedAt: null, lastStep: 0 }, ['accountId']);
  }

  /** From now on it is asked for. */
  async confirm(accountId: string, recoveryCodes: readonly string[]): Promise<void> {
    await this.factors.update({ accountId }, { confirmedAt: this.clock.now() });
    await this.codes.delete({ accountId });
    await this.codes.insert(recoveryCodes.map((code) => ({ accountId, codeHash: recoveryHash(accountId, code) })));
  }

  async remove(accountId: string): Promise<void> {
    await this.codes.delete({ accountId });
    await this.factors.delete({ accountId });
  }

  /** Uses a code up, of the app or of the paper; undefined when it is worth nothing. */
  async use(accountId: string, text: string): Promise<CodeKind | undefined> {
    const { kind, code } = typedCode(text);
    const isUsed = kind === 'app' ? await this.useAppCode(accountId, code) : await this.useRecoveryCode(accountId, code);
    return isUsed ? kind : undefined;
  }

  private async useAppCode(accountId: string, code: string): Promise<boolean> {
    const row = await this.of(accountId);
    const secret = row && (await this.vault.open(row.sealedSecret, accountId));
    if (row && !secret) this.logger.error('A secret cannot be read with second-factor.key of DATA_DIR; recovery codes are still taken');
    const step = secret && stepOf(code, secret, this.clock.now());
    if (!step) return false;
    const { affected } = await this.factors.update({ accountId, lastStep: LessThan(step) }, { lastStep: step });
    return affected === 1;
  }

  private async useRecoveryCode(accountId: string, code: string): Promise<boolean> {
    const { affected } = await this.codes.delete({ accountId, codeHash: recoveryHash(accountId, code) });
    return affected === 1;
  }
}

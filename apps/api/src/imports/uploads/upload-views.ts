import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { ImportChoices, ImportItem, ImportList, ImportView } from '@slusen/contracts';
import { canTakeUploadStep, DomainError, UPLOAD_STEPS, type UploadState, type UploadStep } from '@slusen/domain';
import { In, type FindOptionsWhere, type Repository } from 'typeorm';
import type { Account } from '../../identity/account.js';
import type { Acting } from '../../identity/acting.js';
import { Permissions } from '../../identity/permissions.js';
import { related } from '../../platform/columns.js';
import { ImportSources } from './import-sources.js';
import { ImportUploadRow } from './import-upload.row.js';

const MOST_LISTED = 200;
/** Files of others are nobody else's before they are submitted. */
const OF_OTHERS: readonly UploadState[] = ['submitted', 'publishing', 'published', 'withdrawing', 'withdrawn'];
/** A job is at it. */
export const AT_WORK: readonly UploadState[] = ['checking', 'publishing', 'withdrawing'];

/** Files of figures that are sent by the page, as each of their people may see them and go on with them. */
@Injectable()
export class UploadViews {
  constructor(
    @InjectRepository(ImportUploadRow) private readonly uploads: Repository<ImportUploadRow>,
    private readonly permissions: Permissions,
    private readonly sources: ImportSources,
  ) {}

  async list({ account }: Pick<Acting, 'account'>): Promise<ImportList> {
    this.permissions.require(account, 'import.follow');
    const where: FindOptionsWhere<ImportUploadRow>[] = [
      { accountId: account.id },
      ...(this.seesOthers(account) ? [{ state: In([...OF_OTHERS]) }] : []),
    ];
    const found = await this.uploads.find({ where, relations: { account: true }, order: { createdAt: 'DESC' }, take: MOST_LISTED });
    return { items: found.map(itemOf) };
  }

  /** Throws `import.not-found`. */
  async one({ account }: Pick<Acting, 'account'>, id: string): Promise<ImportView> {
    return this.viewOf(account, await this.seen(account, id));
  }

  /** Throws `permission.forbidden`. */
  requireSender(account: Account): void {
    this.permissions.require(account, 'import.prepare');
  }

  /** Whether what comes from its source is published without a review. */
  isOfficial({ source }: ImportChoices): Promise<boolean> {
    return this.sources.isOfficial(source);
  }

  /** Throws why the account may not take the step. */
  requireMay(account: Account, upload: ImportUploadRow, step: UploadStep): void {
    if (step === 'withdraw')
      return this.permissions.require(account, this.permissions.may(account, 'import.source', {}) ? 'import.source' : 'import.approve');
    if (step === 'approve' || step === 'return') {
      this.permissions.require(account, 'import.approve');
      if (upload.accountId === account.id) throw new DomainError('import.own-file');
      return;
    }
    this.requireOwn(account, upload);
  }

  requireOwn(account: Account, { accountId }: ImportUploadRow): void {
    this.permissions.require(account, 'import.prepare');
    if (accountId !== account.id) throw new DomainError('import.not-found');
  }

  /** Throws `import.not-found`. */
  async seen(account: Account, id: string): Promise<ImportUploadRow> {
    this.permissions.require(account, 'import.follow');
    const upload = await this.uploads.findOne({ where: { id }, relations: { account: true } });
    const isOwn = upload?.accountId === account.id;
    if (!upload || !(isOwn || (this.seesOthers(account) && OF_OTHERS.includes(upload.state)))) throw new DomainError('import.not-found');
    return upload;
  }

  private seesOthers(account: Account): boolean {
    return (['import.approve', 'import.source'] as const).some((action) => this.permissions.may(account, action, {}));
  }

  private async viewOf(account: Account, upload: ImportUploadRow): Promise<ImportView> {
    const { state, choices, found, sha256, progress, reason, said, importRunId, kept } = upload;
    return {
      ...itemOf(upload),
      choices,
      found,
      sha256: sha256.toString('hex'),
      ...(progress && AT_WORK.includes(state) && { progress }),
      ...(reason !== null && { reason }),
      ...(said !== null && { said }),
      ...(importRunId !== null && { run: importRunId }),
      ...(kept !== null && { kept }),
      isOfficial: await this.isOfficial(choices),
      may: UPLOAD_STEPS.filter((step) => canTakeUploadStep(step, state) && this.mayTake(account, upload, step)),
      mayChange: canTakeUploadStep('check', state) && this.mayTake(account, upload, 'check'),
    };
  }

  private mayTake(account: Account, upload: ImportUploadRow, step: UploadStep): boolean {
    try {
      this.requireMay(account, upload, step);
      return step !== 'confirm' || (upload.outcome?.refused === 0 && upload.outcome.added + upload.outcome.changed > 0);
    } catch {
      return false;
    }
  }
}

function itemOf(upload: ImportUploadRow): ImportItem {
  const { id, version, fileName: file, bytes, createdAt, state, choices, outcome } = upload;
  const { id: by, name } = related(upload.account);
  const at = createdAt.toISOString();
  return { id, version, file, bytes, by: { id: by, name }, at, state, source: choices.source, ...(outcome && { outcome }) };
}

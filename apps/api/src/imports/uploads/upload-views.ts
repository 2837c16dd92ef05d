import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { ImportChoices, ImportItem, ImportList, ImportView } from '@slusen/contracts';
import { canTakeUploadStep, departmentsFor, DomainError, UPLOAD_STEPS, type UploadState, type UploadStep } from '@slusen/domain';
import { In, Raw, type FindOptionsWhere, type Repository } from 'typeorm';
import type { Account } from '../../identity/account.js';
import type { Acting } from '../../identity/acting.js';
import { Permissions, policyAccount } from '../../identity/permissions.js';
import { related } from '../../platform/columns.js';
import { ImportSources } from './import-sources.js';
import { ImportUploadRow } from './import-upload.row.js';

const MOST_LISTED = 200;
/** Files of others are nobody else's before they are submitted. */
const OF_OTHERS: readonly UploadState[] = ['submitted', 'publishing', 'published', 'withdrawing', 'withdrawn'];
/** A job is at it. */
export const AT_WORK: readonly UploadState[] = ['checking', 'publishing', 'withdrawing'];

const APPROVE = 'import.approve';

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
    const where: FindOptionsWhere<ImportUploadRow>[] = [{ accountId: account.id }, ...this.ofOthers(account)];
    const found = await this.uploads.find({ where, relations: { account: true }, order: { createdAt: 'DESC' }, take: MOST_LISTED });
    return { items: found.map((upload) => this.itemOf(account, upload)) };
  }

  /** Throws `import.not-found`. */
  async one({ account }: Pick<Acting, 'account'>, id: string): Promise<ImportView> {
    return this.viewOf(account, await this.seen(account, id));
  }

  /** Also of what the account sees no more, once it has taken a step: what was sent back is its sender’s again. */
  async afterStep(account: Account, id: string): Promise<ImportView> {
    return this.viewOf(account, await this.uploads.findOneOrFail({ where: { id }, relations: { account: true } }));
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
    if (step === 'withdraw' && this.permissions.may(account, 'import.source', {}))
      return this.permissions.require(account, 'import.source');
    if (step === 'withdraw' || step === 'approve' || step === 'return') {
      this.requireReviewer(account, upload);
      if (step !== 'withdraw' && upload.accountId === account.id) throw new DomainError('import.own-file');
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
    if (!upload || !(upload.accountId === account.id || this.seesOthers(account, upload))) throw new DomainError('import.not-found');
    return upload;
  }

  /** Throws `permission.forbidden` where a department's figures stand in it that the account does not review. */
  private requireReviewer(account: Account, { departments }: ImportUploadRow): void {
    this.permissions.require(account, 'import.approve');
    const reviewsAll = departments.every(({ slug: department }) => this.permissions.may(account, 'import.approve', { department }));
    if (!reviewsAll) throw new DomainError('permission.forbidden', { action: APPROVE });
  }

  /** What others sent with figures that the account reviews; a strategist sees all. */
  private ofOthers(account: Account): FindOptionsWhere<ImportUploadRow>[] {
    const state = In([...OF_OTHERS]);
    if (this.permissions.may(account, 'import.source', {})) return [{ state }];
    const own = departmentsFor(policyAccount(account), 'import.approve');
    if (own === 'all') return [{ state }];
    const isOwn = Raw((column) => `exists (select from jsonb_array_elements(${column}) d where d->>'slug' = any(:own))`, { own });
    return own.length === 0 ? [] : [{ state, departments: isOwn }];
  }

  private seesOthers(account: Account, { state, departments }: ImportUploadRow): boolean {
    if (!OF_OTHERS.includes(state)) return false;
    if (this.permissions.may(account, 'import.source', {})) return true;
    return departments.some(({ slug: department }) => this.permissions.may(account, 'import.approve', { department }));
  }

  private itemOf(account: Account, upload: ImportUploadRow): ImportItem {
    return { ...itemOf(upload), awaitsReader: upload.state === 'submitted' && this.mayTake(account, upload, 'approve') };
  }

  private async viewOf(account: Account, upload: ImportUploadRow): Promise<ImportView> {
    const { state, choices, found, sha256, progress, reason, said, importRunId, kept } = upload;
    return {
      ...this.itemOf(account, upload),
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

function itemOf(upload: ImportUploadRow): Omit<ImportItem, 'awaitsReader'> {
  const { id, version, fileName: file, bytes, createdAt, state, choices, outcome, departments } = upload;
  const { id: by, name } = related(upload.account);
  const at = createdAt.toISOString();
  return { id, version, file, bytes, by: { id: by, name }, at, state, source: choices.source, departments, ...(outcome && { outcome }) };
}

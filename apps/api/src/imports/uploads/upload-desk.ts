import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { ImportChoices, ImportStep, ImportView } from '@slusen/contracts';
import { canTakeUploadStep, DomainError, type UploadState, type UploadStep } from '@slusen/domain';
import type { Repository } from 'typeorm';
import type { Account } from '../../identity/account.js';
import type { Acting } from '../../identity/acting.js';
import { AuditTrail } from '../../identity/audit-trail.js';
import { Idempotency } from '../../platform/idempotency.js';
import type { RequestKey } from '../../platform/preconditions.js';
import { ImportUploadRow } from './import-upload.row.js';
import { isDeepStrictEqual } from 'node:util';
import { surveyApart } from './file-reader.js';
import type { Survey } from './survey-file.js';
import { AT_WORK, UploadViews } from './upload-views.js';
import { UploadBench } from './upload-bench.js';

/** What a change was made from, and its name for what it wants done. */
export interface UploadRequest {
  readonly id: string;
  readonly version: number;
  readonly key: RequestKey;
}

/** Goes on with a file that was sent by the page, one step at a time. */
@Injectable()
export class UploadDesk {
  constructor(
    @InjectRepository(ImportUploadRow) private readonly uploads: Repository<ImportUploadRow>,
    private readonly views: UploadViews,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditTrail,
    private readonly bench: UploadBench,
  ) {}

  /** Says otherwise how the file is to be read; it is looked at anew where its rows or their cells are then others. */
  choose({ account }: Acting, request: UploadRequest, choices: ImportChoices): Promise<ImportView> {
    return this.idempotency.run(account.id, request.key, async () => {
      const upload = await this.own(account, request);
      if (!canTakeUploadStep('check', upload.state)) throw impossible('check', upload.state);
      const survey = isOtherTable(choices, upload.choices) ? await this.surveyAnew(upload, choices) : undefined;
      const read = survey ? { mapping: survey.mapping, form: survey.form } : {};
      const found = survey
        ? { ...survey.found, sheets: upload.found.sheets.length > 0 ? upload.found.sheets : survey.found.sheets }
        : upload.found;
      await this.change(upload, { state: 'open', choices: { ...choices, ...read }, found, outcome: null, digest: null });
      return this.views.one({ account }, request.id);
    });
  }

  /** Throws what is wrong with the step, as `import.step-impossible`. */
  step({ account }: Acting, request: UploadRequest, { step, reason }: ImportStep): Promise<ImportView> {
    return this.idempotency.run(account.id, request.key, async () => {
      const upload = await this.views.seen(account, request.id);
      if (upload.version !== request.version) throw new DomainError('import.changed-meanwhile');
      if (!canTakeUploadStep(step, upload.state)) throw impossible(step, upload.state);
      this.views.requireMay(account, upload, step);
      const change = await this.changeOf(account, upload, { step, reason: reason || undefined });
      await this.change(upload, change);
      if (change.state && AT_WORK.includes(change.state)) await this.bench.steps.ask(upload.id);
      if (step === 'return') await this.bench.steps.tell(upload, { by: account.id, became: 'returned', reason });
      if (step !== 'check') {
        const facts = { step, ...(reason ? { reason } : {}) };
        await this.audit.record({ action: 'import.step', subject: `import:${upload.id}`, by: account.id, facts });
      }
      return this.views.afterStep(account, request.id);
    });
  }

  private async changeOf(account: Account, upload: ImportUploadRow, { step, reason }: ImportStep): Promise<Partial<ImportUploadRow>> {
    if (step === 'check' && upload.choices.source === '') throw impossible(step, upload.state);
    if (step === 'check') return { state: 'checking', outcome: null, digest: null, progress: null, said: null };
    if (step === 'confirm') return this.confirmation(account, upload, reason);
    if (step === 'approve') return { state: 'publishing', confirmedById: account.id };
    if (step === 'discard') return { state: 'discarded', content: null };
    if (!reason) throw new DomainError('import.needs-reason');
    if (step === 'return') return { state: 'open', said: reason };
    return { state: 'withdrawing', said: reason, confirmedById: account.id };
  }

  private async confirmation(
    account: Account,
    { outcome, choices }: ImportUploadRow,
    reason: string | undefined,
  ): Promise<Partial<ImportUploadRow>> {
    if (!outcome || outcome.refused > 0) throw new DomainError('import.refused-rows');
    if (outcome.added + outcome.changed === 0) throw new DomainError('import.nothing-new');
    if (outcome.changed > 0 && !reason) throw new DomainError('import.needs-reason');
    const isOfficial = await this.views.isOfficial(choices);
    const whole = { outcome: { ...outcome, isAnew: false }, reason: reason ?? null };
    return isOfficial ? { ...whole, state: 'publishing', confirmedById: account.id } : { ...whole, state: 'submitted' };
  }

  private async own(account: Account, { id, version }: UploadRequest): Promise<ImportUploadRow> {
    this.views.requireSender(account);
    const upload = await this.views.seen(account, id);
    this.views.requireOwn(account, upload);
    if (upload.version !== version) throw new DomainError('import.changed-meanwhile');
    return upload;
  }

  private async change({ id, version }: ImportUploadRow, change: Partial<ImportUploadRow>): Promise<void> {
    const { affected } = await this.uploads.update(
      { id, version },
      {
        ...change,
        version: version + 1,
        changedAt: () => 'now()',
      },
    );
    if (affected !== 1) throw new DomainError('import.changed-meanwhile');
  }

  private surveyAnew(upload: ImportUploadRow, { sheet, form }: ImportChoices): Promise<Survey | undefined> {
    return this.bench.withFile(upload, (path) => surveyApart(path, { sheet, form }));
  }
}

/** The mark before decimals makes other numbers, and the same cells. */
function isOtherTable(choices: ImportChoices, known: ImportChoices): boolean {
  const tableOf = ({ sheet, form }: ImportChoices): unknown => ({ sheet, form: { ...form, decimal: undefined } });
  return !isDeepStrictEqual(tableOf(choices), tableOf(known));
}

const impossible = (step: UploadStep, state: UploadState): DomainError => new DomainError('import.step-impossible', { step, state });

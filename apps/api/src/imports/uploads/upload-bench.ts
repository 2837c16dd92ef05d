import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MOST_UPLOAD_ROWS } from '@slusen/domain';
import type { Repository } from 'typeorm';
import { AccountQuery } from '../../identity/account.query.js';
import { actingNow, type Acting } from '../../identity/acting.js';
import { Moments } from '../../platform/moments.js';
import { outsideTransaction } from '../../platform/transactions.js';
import { ImportFault } from '../import-fault.js';
import { STRICTLY, type ImportOrder, type ImportStage } from '../import-order.js';
import type { MappingWish } from '../mapping/mapped-records.js';
import { ImportUploadRow } from './import-upload.row.js';
import { withPath } from './with-path.js';

/** Somebody took another step meanwhile, or the job was done before: there is nothing left to do. */
export class Settled extends Error {}

/** How often whoever waits is told how far it has come. */
const TELL_EVERY_MS = 500;

/** Where a job has the file it works on: what is asked of it, in whose name, and how it is put down again. */
@Injectable()
export class UploadBench {
  constructor(
    @InjectRepository(ImportUploadRow) private readonly uploads: Repository<ImportUploadRow>,
    private readonly accounts: AccountQuery,
    private readonly moments: Moments,
  ) {}

  find(id: string): Promise<ImportUploadRow | null> {
    return this.uploads.findOneBy({ id });
  }

  /** Does the work with the file on the disk, where readers read from; none where it is not kept any more. */
  async withFile({ id }: ImportUploadRow, work: (path: string) => Promise<void>): Promise<void> {
    const { content } = await this.uploads.findOneOrFail({ where: { id }, select: { id: true, content: true } });
    if (content) await withPath(content, work);
  }

  orderOf({ id, choices, fileName }: ImportUploadRow, path: string): ImportOrder {
    const { source, sheet, mapping, accept, round } = choices;
    const wish = mapping && ({ ...mapping, isWhole: true } as MappingWish);
    const onProgress = this.teller(id);
    return { ...STRICTLY, path, fileName, source, sheet, mapping: wish, accept: new Set(accept), round, onProgress };
  }

  /** Keeps how far it has come, for whoever waits; refuses a file of more rows than are taken. */
  private teller(id: string): (stage: ImportStage, rows: number) => void {
    let toldAt = performance.now();
    return (stage, rows) => {
      if (rows > MOST_UPLOAD_ROWS)
        throw new ImportFault({ row: MOST_UPLOAD_ROWS + 1, code: 'file.too-large', facts: { rows: MOST_UPLOAD_ROWS } });
      if (stage === 'read' && performance.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = performance.now();
      void outsideTransaction(() => this.uploads.update({ id }, { progress: { stage, rows } })).catch(() => undefined);
    };
  }

  async actingAs(id: string): Promise<Acting> {
    const account = await this.accounts.byId(id);
    if (!account) throw new Settled();
    return actingNow(account, this.moments);
  }

  /** For this transaction. Throws Settled where somebody else was first. */
  async lock({ id, version }: ImportUploadRow): Promise<void> {
    const [locked] = await this.uploads.find({ where: { id, version }, select: { id: true }, lock: { mode: 'pessimistic_write' } });
    if (!locked) throw new Settled();
  }

  async settle({ id, version }: ImportUploadRow, change: Partial<ImportUploadRow>): Promise<void> {
    const changed = { ...change, version: version + 1, changedAt: () => 'now()' } as object;
    const { affected } = await this.uploads.update({ id, version }, changed);
    if (affected !== 1) throw new Settled();
  }
}

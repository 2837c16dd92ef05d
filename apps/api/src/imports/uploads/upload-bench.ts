import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { MOST_UPLOAD_ROWS } from '@slusen/domain';
import type { Repository } from 'typeorm';
import { AccountQuery } from '../../identity/account.query.js';
import { actingNow, type Acting } from '../../identity/acting.js';
import { Moments } from '../../platform/moments.js';
import { statement, Statements } from '../../platform/statements.js';
import { outsideTransaction } from '../../platform/transactions.js';
import { ImportFault } from '../import-fault.js';
import { STRICTLY, type ImportOrder, type ImportStage } from '../import-order.js';
import { areaKindIn } from '../mapping/propose-mapping.js';
import type { FigureFile } from '../readers/figure-records.js';
import { partsApart } from './file-reader.js';
import { ImportUploadRow } from './import-upload.row.js';
import { UploadSteps } from './upload-steps.js';
import { withPath } from './with-path.js';

/** Somebody took another step meanwhile, or the job was done before: there is nothing left to do. */
export class Settled extends Error {}

/** Small, since each comes as a text of twice its length. */
const PART_BYTES = 48 * 1024;
const LENGTH = statement({ name: 'import-upload.length', text: 'select length(content) as bytes from import_upload where id = $1' });
const PART = statement({
  name: 'import-upload.part',
  text: 'select substr(content, $2::int, $3::int) as part from import_upload where id = $1',
});

/** How often whoever waits is told how far it has come. */
const TELL_EVERY_MS = 500;

/** Where a job has the file it works on: what is asked of it, in whose name, and how it is put down again. */
@Injectable()
export class UploadBench {
  constructor(
    @InjectRepository(ImportUploadRow) private readonly uploads: Repository<ImportUploadRow>,
    private readonly statements: Statements,
    private readonly accounts: AccountQuery,
    private readonly moments: Moments,
    readonly steps: UploadSteps,
  ) {}

  find(id: string): Promise<ImportUploadRow | null> {
    return this.uploads.findOneBy({ id });
  }

  /** Does the work with the file on the disk, where readers read from; none where it is not kept any more. */
  async withFile<T>({ id }: Pick<ImportUploadRow, 'id'>, work: (path: string) => Promise<T>): Promise<T | undefined> {
    const [kept] = await this.statements.rows<{ bytes: number | null }>(LENGTH, [id]);
    return kept?.bytes ? withPath(this.partsOf(id, kept.bytes), work) : undefined;
  }

  /** Whole, a file would stand in the memory several times before it is on the disk. */
  private async *partsOf(id: string, bytes: number): AsyncGenerator<Buffer> {
    for (let from = 1; from <= bytes; from += PART_BYTES) {
      const [row] = await this.statements.rows<{ part: Buffer }>(PART, [id, from, PART_BYTES]);
      if (row) yield row.part;
    }
  }

  /** What the file is, for whoever reads it. */
  fileOf({ choices }: Pick<ImportUploadRow, 'choices'>, path: string): FigureFile {
    const { source, sheet, form, mapping } = choices;
    return { path, source, sheet, form, mapping: mapping && { ...mapping, isWhole: true } };
  }

  orderOf(upload: ImportUploadRow, path: string, { tellsAll }: { readonly tellsAll: boolean }): ImportOrder {
    const { id, choices, fileName } = upload;
    const { accept, round, mapping } = choices;
    const areaKind = choices.areaKind ?? (mapping && areaKindIn(mapping));
    const onProgress = this.teller(id);
    const read = (file: FigureFile): ReturnType<typeof partsApart> => partsApart(file, { tellsAll });
    return { ...STRICTLY, ...this.fileOf(upload, path), fileName, areaKind, accept: new Set(accept), round, onProgress, read };
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

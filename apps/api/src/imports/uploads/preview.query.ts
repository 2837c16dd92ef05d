import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { ImportRow, ImportRowList, ImportRowQuery } from '@slusen/contracts';
import type { Language } from '@slusen/domain';
import type { Repository } from 'typeorm';
import { ILike, Raw, type FindOptionsWhere } from 'typeorm';
import { ImportFault } from '../import-fault.js';
import { mendApart } from './file-reader.js';
import { ImportUploadRowRow } from './import-upload-row.row.js';
import type { ImportUploadRow } from './import-upload.row.js';
import { mendingList, type MendWish } from './mended-file.js';
import { UploadBench } from './upload-bench.js';

const SEARCHED = ['indicator', 'territory', 'period', 'breakdown', 'place', 'becomes'] as const;

/** Reads what the rows of a file would change. */
@Injectable()
export class PreviewQuery {
  constructor(
    @InjectRepository(ImportUploadRowRow) private readonly rows: Repository<ImportUploadRowRow>,
    private readonly bench: UploadBench,
  ) {}

  async page(uploadId: string, { kind, q, offset, limit }: ImportRowQuery): Promise<ImportRowList> {
    const all = { uploadId, kind };
    const pattern = `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
    const isSaid = Raw((reason) => `cast(${reason} as text) ilike :pattern`, { pattern });
    const where: FindOptionsWhere<ImportUploadRowRow>[] = q
      ? [...SEARCHED.map((column) => ({ ...all, [column]: ILike(pattern) })), { ...all, reason: isSaid }]
      : [all];
    const [found, total] = await this.rows.findAndCount({ where, order: { number: 'ASC' }, skip: offset, take: limit });
    return { items: found.map(viewOf), total };
  }

  /** The refused rows with their cells as the file has them, for a spreadsheet; without cells where the file is not kept, or cannot be read. */
  async refusedCsv(upload: ImportUploadRow, language: Language): Promise<string> {
    const found = await this.rows.find({ where: { uploadId: upload.id, kind: 'refused' }, order: { number: 'ASC' } });
    const refused = found.map(({ line, place, reason }) => ({ row: line, column: place ?? '', reason: reason?.[language] ?? '' }));
    const mended = await this.mended(upload, { refused, language });
    return mended ?? mendingList(refused, { language, headings: [], cellsOf: () => [] });
  }

  private async mended(upload: ImportUploadRow, wish: Omit<MendWish, 'file'>): Promise<string | undefined> {
    try {
      return await this.bench.withFile(upload, (path) => mendApart({ ...wish, file: this.bench.fileOf(upload, path) }));
    } catch (error) {
      if (error instanceof ImportFault) return undefined;
      throw error;
    }
  }
}

function viewOf({ line, indicator, territory, breakdown, period, was, becomes, place, reason }: ImportUploadRowRow): ImportRow {
  const told = { indicator, territory, breakdown, period, was, becomes, column: place, reason };
  return { row: line, ...(Object.fromEntries(Object.entries(told).filter(([, one]) => one !== null)) as Omit<ImportRow, 'row'>) };
}

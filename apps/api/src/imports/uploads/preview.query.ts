import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { ImportRow, ImportRowList, ImportRowQuery } from '@slusen/contracts';
import type { Repository } from 'typeorm';
import { ILike, type FindOptionsWhere } from 'typeorm';
import { ImportUploadRowRow } from './import-upload-row.row.js';

/** Reads what the rows of a file would change. */
@Injectable()
export class PreviewQuery {
  constructor(@InjectRepository(ImportUploadRowRow) private readonly rows: Repository<ImportUploadRowRow>) {}

  async page(uploadId: string, { kind, q, offset, limit }: ImportRowQuery): Promise<ImportRowList> {
    const all = { uploadId, kind };
    const text = ILike(`%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`);
    const where: FindOptionsWhere<ImportUploadRowRow>[] = q
      ? (['indicator', 'territory', 'period', 'breakdown', 'place'] as const).map((column) => ({ ...all, [column]: text }))
      : [all];
    const [found, total] = await this.rows.findAndCount({ where, order: { number: 'ASC' }, skip: offset, take: limit });
    return { items: found.map(viewOf), total };
  }

  /** The refused rows as a list to mend the file by. */
  async refusedCsv(uploadId: string, language: 'sv' | 'en'): Promise<string> {
    const refused = await this.rows.find({ where: { uploadId, kind: 'refused' }, order: { number: 'ASC' } });
    const heading = language === 'sv' ? ['Rad', 'Kolumn', 'Vad som är fel'] : ['Row', 'Column', 'What is wrong'];
    const lines = refused.map(({ line, place, reason }) => [String(line), place ?? '', reason?.[language] ?? '']);
    return `\ufeff${[heading, ...lines].map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;
  }
}

/** What a spreadsheet would run as a formula is kept from it by an apostrophe. */
const quoted = (cell: string): string => `"${cell.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;

function viewOf({ line, indicator, territory, breakdown, period, was, becomes, place, reason }: ImportUploadRowRow): ImportRow {
  const told = { indicator, territory, breakdown, period, was, becomes, column: place, reason };
  return { row: line, ...(Object.fromEntries(Object.entries(told).filter(([, one]) => one !== null)) as Omit<ImportRow, 'row'>) };
}

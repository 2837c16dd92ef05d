import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { MaskPlace } from '@slusen/contracts';
import { In, type Repository } from 'typeorm';
import { statement, Statements, type Statement } from '../platform/statements.js';
import { fieldsOf, isKeyOf, isRow, MASKABLE, type Maskable } from './maskable.js';
import { MaskingRow } from './masking.row.js';

/** A place with what stands in its row, whatever is shown. */
export interface Original extends MaskPlace {
  readonly text: string;
}

/** What a place says of itself, to be compared. */
export const placeText = ({ table, row, field }: MaskPlace): string => `${table} ${row} ${field}`;

/** $1 the rows, $2 a field of each. Only what is published, and holds a text at all, is found. */
const originals = (maskable: Maskable): Statement =>
  statement({
    name: `masking.originals.${maskable.table}`,
    text: `
      select w.row_key as row, f.field, f.text
        from unnest($1::text[], $2::text[]) w (row_key, field)
        join ${maskable.table} t on ${isRow(maskable, 'w.row_key')} ${maskable.joins ?? ''}
        join lateral ${fieldsOf(maskable)} on f.field = w.field
       where f.text is not null and ${maskable.where ?? 'true'}`,
  });
const ORIGINALS: ReadonlyMap<string, Statement> = new Map(MASKABLE.map((maskable) => [maskable.table, originals(maskable)]));

/** What is hidden by which decision; a new decision is a new row. */
@Injectable()
export class MaskingRepository {
  constructor(
    private readonly statements: Statements,
    @InjectRepository(MaskingRow) private readonly maskings: Repository<MaskingRow>,
  ) {}

  /** What stands in the rows of those places that are there. */
  async originals(places: readonly MaskPlace[]): Promise<Original[]> {
    const found: Original[] = [];
    for (const maskable of MASKABLE) {
      const { table } = maskable;
      const asked = places.filter((place) => place.table === table && isKeyOf(maskable, place.row));
      const reading = ORIGINALS.get(table);
      if (asked.length === 0 || !reading) continue;
      const lines = await this.statements.rows<{ row: string; field: string; text: string }>(reading, [
        asked.map(({ row }) => row),
        asked.map(({ field }) => field),
      ]);
      found.push(...lines.map((line) => ({ table, ...line })));
    }
    return found;
  }

  /** The latest decision about each of the places that there ever was one about, by `placeText`. */
  async latest(places: readonly MaskPlace[]): Promise<Map<string, MaskingRow>> {
    const rows = await this.maskings.find({
      where: { rowKey: In([...new Set(places.map(({ row }) => row))]) },
      order: { revision: 'ASC' },
    });
    return new Map(rows.map((row) => [placeText({ table: row.tableName, row: row.rowKey, field: row.field }), row]));
  }

  /** Two who decide about one place at once meet at its revision: the later one begins anew, and reads what the first decided. */
  async append(rows: readonly Omit<MaskingRow, 'id' | 'recordId'>[]): Promise<void> {
    await this.maskings.insert([...rows]);
  }
}

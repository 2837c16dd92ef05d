import { MOST_UPLOAD_ROWS } from '@slusen/domain';
import type pg from 'pg';
import type { RowFault, RowFaultCode } from '../import-fault.js';
import { placedFault } from '../mapping/mapped-records.js';
import type { Refusals } from '../refusals.js';

const MANY = 1000;

/** Keeps the rows that cannot be taken in the table `refusal`, so that what the others would do can be seen all the same. */
export class KeptRefusals implements Refusals {
  readonly most = MOST_UPLOAD_ROWS;
  readonly isFull = false;
  private isSettled = true;

  private constructor(private readonly client: pg.ClientBase) {}

  static async open(client: pg.ClientBase): Promise<KeptRefusals> {
    await client.query(`
      create temporary table refusal (number integer generated always as identity, row integer, line integer, place text, code text, facts jsonb)
      on commit drop`);
    return new KeptRefusals(client);
  }

  async take(faults: readonly RowFault[]): Promise<void> {
    for (let from = 0; from < faults.length; from += MANY) await this.keep(faults.slice(from, from + MANY));
  }

  /** Every row of these indicators. */
  async takeIndicators(ids: readonly number[], code: RowFaultCode): Promise<void> {
    if (ids.length === 0) return;
    const { rows } = await this.client.query<{ row: number; indicator: string }>(
      `select row, w.indicator from figure f join written w using (row) where f.indicator_id = any($1) order by row`,
      [ids],
    );
    await this.take(rows.map(({ row, indicator }) => ({ row, column: 'indicator', code, facts: { indicator } })));
    await this.settle();
  }

  async settle(): Promise<void> {
    if (this.isSettled) return;
    this.isSettled = true;
    await this.client.query('delete from figure f using refusal r where r.row = f.row');
  }

  private async keep(faults: readonly RowFault[]): Promise<void> {
    this.isSettled = false;
    const kept = faults.map((fault) => {
      const { row: line, column: place, code, facts } = placedFault(fault);
      return { row: fault.row, line, place, code, facts };
    });
    await this.client.query(
      `insert into refusal (row, line, place, code, facts)
       select row, line, place, code, facts from jsonb_to_recordset($1::jsonb) as t (row integer, line integer, place text, code text, facts jsonb)`,
      [JSON.stringify(kept)],
    );
  }
}

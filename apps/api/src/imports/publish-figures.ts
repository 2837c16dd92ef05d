import { Injectable } from '@nestjs/common';
import { basename } from 'node:path';
import { InjectRepository } from '@nestjs/typeorm';
import type pg from 'pg';
import type { Repository } from 'typeorm';
import type { Account } from '../identity/account.js';
import { AuditTrail } from '../identity/audit-trail.js';
import { ImportRunRow } from '../observations/import-run.row.js';
import { Publications } from '../observations/publications.js';
import { insertedId } from '../platform/inserted-id.js';
import type { CheckedFile } from './check-figures.js';
import type { Counts } from './compare-figures.js';
import { CreateNewcomers, type MadeIds } from './create-newcomers.js';
import type { ImportOrder } from './import-order.js';
import { namesOf } from './newcomers.js';

/** A file that was compared with what is there, and who answers for it. */
export interface ComparedFile {
  readonly approver: Account;
  readonly order: ImportOrder;
  readonly file: CheckedFile;
  readonly counts: Counts;
}

/** Records what a file changes, as revisions of one run, and seals it: the one stage of an import that others may have to wait for. */
@Injectable()
export class PublishFigures {
  constructor(
    private readonly newcomers: CreateNewcomers,
    private readonly audit: AuditTrail,
    private readonly publications: Publications,
    @InjectRepository(ImportRunRow) private readonly runs: Repository<ImportRunRow>,
  ) {}

  /**
   * Returns the slugs of the indicators that the revisions belong to; `after` does what goes with it, told the run. Fails where somebody recorded
   * one of the revisions first.
   */
  async publish(client: pg.ClientBase, compared: ComparedFile, after?: (run: number) => Promise<void>): Promise<string[]> {
    const { file, order } = compared;
    const made = await this.newcomers.create(compared.approver, { newcomers: file.newcomers, source: order.source });
    const touched = await openSeries(client, made);
    const run = await this.recordRun(compared);
    await insertRevisions(client, run, order.reason);
    await after?.(run);
    await this.publications.tellOthers({ indicators: touched });
    await this.audit.record({
      action: 'import.run',
      subject: `import-run:${run}`,
      by: compared.approver.id,
      facts: factsOf(compared),
    });
    return touched;
  }

  private async recordRun({ approver, order, file, counts }: ComparedFile): Promise<number> {
    const described = { source: order.source, fileName: fileNameOf(order), sha256: file.sha256, rows: file.rows, ...counts };
    return insertedId(await this.runs.insert({ ...described, reason: order.reason ?? null, approvedById: approver.id }));
  }
}

const fileNameOf = ({ fileName, path }: ImportOrder): string => fileName ?? basename(path);

function factsOf({ order, file, counts }: ComparedFile): Record<string, unknown> {
  return {
    source: order.source,
    file: fileNameOf(order),
    ...(order.sheet !== undefined && { sheet: order.sheet }),
    ...(order.mapping && { mapping: order.mapping }),
    sha256: file.sha256.toString('hex'),
    rows: file.rows,
    ...counts,
    ...namesOf(file.newcomers),
    accepted: [...order.accept],
    rounded: file.rounded,
    reason: order.reason ?? null,
  };
}

/** Gives every series of the differences its head, making those that have their first figure. Returns the slugs of their indicators. */
async function openSeries(client: pg.ClientBase, { indicators, areas }: MadeIds): Promise<string[]> {
  const made = [...indicators, ...areas].map(([was, id]) => ({ was, id }));
  await client.query(`
    create temporary table head (
      indicator_id integer, territory_id integer, breakdown text, series_id integer, own_indicator_id integer, own_territory_id integer
    ) on commit drop`);
  await client.query(
    `insert into head
     select k.*, coalesce(i.id, k.indicator_id), coalesce(t.id, k.territory_id)
       from (select indicator_id, territory_id, breakdown, max(d.series_id)
               from difference d join figure f using (row) group by 1, 2, 3) k
       left join jsonb_to_recordset($1::jsonb) as i (was integer, id integer) on i.was = k.indicator_id
       left join jsonb_to_recordset($1::jsonb) as t (was integer, id integer) on t.was = k.territory_id`,
    [JSON.stringify(made)],
  );
  await client.query(`
    insert into series_head (indicator_id, territory_id, breakdown)
    select own_indicator_id, own_territory_id, breakdown from head where series_id is null order by 1, 2, 3
    on conflict do nothing`);
  await client.query(`
    update head set series_id = h.id from series_head h
     where head.series_id is null and (h.indicator_id, h.territory_id, h.breakdown) = (own_indicator_id, own_territory_id, head.breakdown)`);
  await client.query('analyze head');
  const { rows } = await client.query<{ slug: string }>('select slug from indicator where id in (select own_indicator_id from head)');
  return rows.map(({ slug }) => slug);
}

/** Appends the new and changed figures as the revisions they were found to become. */
async function insertRevisions(client: pg.ClientBase, runId: number, reason: string | undefined): Promise<void> {
  await client.query(
    `insert into observation (series_id, period, period_end, revision, value, missing, quality, provenance, provenance_note, margin,
                              respondents, source, reason, import_run_id, publish_at, is_final_early, numerator, denominator, record_id)
     select h.series_id, f.period, f.period_end, d.revision, f.value, f.missing, f.quality, f.provenance, f.provenance_note, f.margin,
            f.respondents, f.source, case when d.revision > 1 then $2::text end, $1, d.publish_at, nullif(f.is_final_early, false), f.numerator, f.denominator,
            (select current_record())
       from difference d join figure f using (row)
       join head h on (h.indicator_id, h.territory_id, h.breakdown) = (f.indicator_id, f.territory_id, f.breakdown)`,
    [runId, reason ?? null],
  );
}

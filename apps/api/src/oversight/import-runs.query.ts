import { Injectable } from '@nestjs/common';
import { IMPORT_RUN_SORTS, type ImportRun, type ImportRunList, type ImportRunQuery, type ImportRunView } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import type { Acting } from '../identity/acting.js';
import { Permissions } from '../identity/permissions.js';
import { IndicatorQuery } from '../indicators/indicator.query.js';
import { ImportRunRow } from '../observations/import-run.row.js';
import { columns, type LineOf } from '../platform/columns-of.js';
import { statement, Statements, type Statement } from '../platform/statements.js';

type Sort = (typeof IMPORT_RUN_SORTS)[number];

const RUN = columns(ImportRunRow, 'i', 'id', 'source', 'fileName', 'sha256', 'rows', 'added', 'changed', 'unchanged', 'reason');
type Line = LineOf<typeof RUN> & { readonly at: Date; readonly by_id: string; readonly by_name: string; readonly waits_until: Date | null };

/** $1 now. Few figures wait for their time, so they are looked up by it and not by their run. */
const RUNS = `
    with waiting as (select import_run_id, max(publish_at) as until from observation where publish_at > $1 group by 1)
    select ${RUN}, r.at, r.seq, a.id as by_id, a.name as by_name, w.until as waits_until
      from import_run i join record r on r.id = i.record_id join account a on a.id = i.approved_by_id left join waiting w on w.import_run_id = i.id`;

const ORDERS: Readonly<Record<Sort, string>> = {
  at: 'seq',
  file: 'file_name collate "sv-x-icu"',
  source: 'source collate "sv-x-icu"',
  by: 'by_name collate "sv-x-icu"',
  rows: 'rows',
  added: 'added',
  changed: 'changed',
  unchanged: 'unchanged',
};

/** $2 limit, $3 offset. */
const listing = (sort: Sort, direction: 'asc' | 'desc'): Statement =>
  statement({
    name: `import-runs.by-${sort}-${direction}`,
    text: `select * from (${RUNS}) run order by ${ORDERS[sort]} ${direction}, seq desc limit $2 offset $3`,
  });
const LISTS = new Map(
  IMPORT_RUN_SORTS.flatMap((sort) => [[`${sort} 0`, listing(sort, 'asc')] as const, [`${sort} 1`, listing(sort, 'desc')] as const]),
);
const COUNT = statement({ name: 'import-runs.count', text: 'select count(*)::int as total from import_run' });

const ONE = statement({ name: 'import-runs.one', text: `${RUNS} where i.id = $2` });

/** $1 the run. Codes of one cadence stand in the order of time. */
const BROUGHT = statement({
  name: 'import-runs.brought',
  text: `
    select h.indicator_id as id, count(distinct o.series_id)::int as series, count(*) filter (where o.revision = 1)::int as added,
           count(*) filter (where o.revision > 1)::int as changed, min(o.period collate "C") as first_period, max(o.period collate "C") as last_period
      from observation o join series_head h on h.id = o.series_id where o.import_run_id = $1 group by h.indicator_id`,
});
interface Brought {
  readonly id: number;
  readonly series: number;
  readonly added: number;
  readonly changed: number;
  readonly first_period: string;
  readonly last_period: string;
}

/** Files of figures that were read in. One that was refused left nothing, so it is none of them. */
@Injectable()
export class ImportRunsQuery {
  constructor(
    private readonly permissions: Permissions,
    private readonly statements: Statements,
    private readonly indicators: IndicatorQuery,
  ) {}

  async list({ account, at }: Acting, { sort, falling, limit, offset }: ImportRunQuery): Promise<ImportRunList> {
    this.permissions.require(account, 'import.read');
    const reading = LISTS.get(`${sort} ${falling}`);
    if (!reading) throw new Error(`Nothing is listed by ${sort}`);
    const lines = await this.statements.rows<Line>(reading, [at, limit, offset]);
    const [counted] = await this.statements.rows<{ total: number }>(COUNT);
    return { items: lines.map(runOf), total: counted?.total ?? 0 };
  }

  /** Throws `import-run.not-found`. */
  async one({ account, at, asOf }: Acting, id: number): Promise<ImportRunView> {
    this.permissions.require(account, 'import.read');
    const [line] = await this.statements.rows<Line>(ONE, [at, id]);
    if (!line) throw new DomainError('import-run.not-found', { id });
    const brought = await this.statements.rows<Brought>(BROUGHT, [id]);
    const known = await this.indicators.byIds(
      brought.map((one) => one.id),
      asOf,
    );
    const indicators = brought.flatMap(({ id: indicatorId, first_period: firstPeriod, last_period: lastPeriod, ...counts }) => {
      const indicator = known.get(indicatorId);
      return indicator ? [{ indicator: { slug: indicator.slug, name: indicator.name }, ...counts, firstPeriod, lastPeriod }] : [];
    });
    indicators.sort((one, other) => one.indicator.name.sv.localeCompare(other.indicator.name.sv, 'sv'));
    return { ...runOf(line), sha256: line.sha256.toString('hex'), reason: line.reason ?? undefined, indicators };
  }
}

function runOf({ id, at, by_id, by_name, source, file_name, rows, added, changed, unchanged, waits_until }: Line): ImportRun {
  return {
    ...{ id, at: at.toISOString(), by: { id: by_id, name: by_name }, source, file: file_name, rows, added, changed, unchanged },
    ...(waits_until ? { waitsUntil: waits_until.toISOString() } : {}),
  };
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { AuditTrail } from '../../identity/audit-trail.js';
import { ImportRunRow } from '../../observations/import-run.row.js';
import { Publications } from '../../observations/publications.js';
import { insertedId } from '../../platform/inserted-id.js';
import { statement, Statements } from '../../platform/statements.js';
import { Transactions } from '../../platform/transactions.js';

const OF_RUN = `
  from observation o
  left join observation p on p.series_id = o.series_id and p.period_end = o.period_end and p.revision = o.revision - 1
 where o.import_run_id = $1`;
const IS_LATEST = `not exists (select from observation n where n.series_id = o.series_id and n.period_end = o.period_end and n.revision > o.revision)`;

const COUNT = statement({
  name: 'withdrawal.count',
  text: `select count(*) filter (where ${IS_LATEST})::int as back, count(*) filter (where not ${IS_LATEST})::int as kept ${OF_RUN}`,
});
/** What was new is told as what nobody has published yet. */
const WITHDRAW = statement({
  name: 'withdrawal.record',
  text: `
    insert into observation (series_id, period, period_end, revision, value, missing, quality, provenance, provenance_note, margin, respondents,
                             source, reason, import_run_id, publish_at, is_final_early, record_id)
    select o.series_id, o.period, o.period_end, o.revision + 1, p.value, case when p.value is null then coalesce(p.missing, 'not-yet-published') end,
           coalesce(p.quality, o.quality), coalesce(p.provenance, 'exact'), p.provenance_note, p.margin, p.respondents,
           coalesce(p.source, o.source), $2, $3, greatest(o.publish_at, now()), p.is_final_early, (select current_record())
      ${OF_RUN} and ${IS_LATEST}`,
});
const INDICATORS = statement({
  name: 'withdrawal.indicators',
  text: `
    select distinct i.slug from observation o join series_head h on h.id = o.series_id join indicator i on i.id = h.indicator_id
     where o.import_run_id = $1`,
});

/** A run that is to be withdrawn, why, and by whom. */
export interface Withdrawal {
  readonly run: number;
  readonly reason: string;
  readonly by: string;
}

/** What a withdrawal did: as a run of its own, and how many figures stayed because people had revised them. */
export interface Withdrawn {
  readonly run: number;
  readonly kept: number;
}

/** Takes back what a run recorded, by a run that says so: figures become what they were before. Nothing is taken out of history. */
@Injectable()
export class WithdrawRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: Statements,
    private readonly publications: Publications,
    private readonly audit: AuditTrail,
    @InjectRepository(ImportRunRow) private readonly runs: Repository<ImportRunRow>,
  ) {}

  /** `after` does what goes with it, in its transaction. */
  async withdraw(order: Withdrawal, before: () => Promise<void>, after: (done: Withdrawn) => Promise<void>): Promise<void> {
    const indicators = await this.transactions.run(async () => {
      const client = await this.transactions.connection();
      await client.query(`set local statement_timeout = '10min'`);
      await client.query(`select pg_advisory_xact_lock(hashtext('slusen.import'))`);
      await before();
      const { done, facts } = await this.record(order);
      await after(done);
      const touched = (await this.statements.rows<{ slug: string }>(INDICATORS, [order.run])).map(({ slug }) => slug);
      await this.publications.tellOthers({ indicators: touched });
      await this.audit.record({ action: 'import.withdraw', subject: `import-run:${done.run}`, by: order.by, facts });
      return touched;
    });
    this.publications.announce({ indicators });
  }

  /** What was done, and what its event tells: the same as the run itself. */
  private async record({ run, reason, by }: Withdrawal): Promise<{ done: Withdrawn; facts: Record<string, unknown> }> {
    const [{ back, kept } = { back: 0, kept: 0 }] = await this.statements.rows<{ back: number; kept: number }>(COUNT, [run]);
    const { source, fileName, sha256 } = await this.runs.findOneByOrFail({ id: run });
    const counts = { rows: back + kept, added: 0, changed: back, unchanged: kept };
    const made = insertedId(await this.runs.insert({ source, fileName, sha256, ...counts, reason, approvedById: by }));
    await this.statements.rows(WITHDRAW, [run, reason, made]);
    const facts = { withdraws: run, source, file: fileName, sha256: sha256.toString('hex'), ...counts, reason };
    return { done: { run: made, kept }, facts };
  }
}

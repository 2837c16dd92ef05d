import pg from 'pg';
import { actingNow } from '../identity/acting.js';
import { AccountQuery } from '../identity/account.query.js';
import type { Account } from '../identity/account.js';
import { Moments } from '../platform/moments.js';
import { begin, Quarters, submitted, take } from '../testing/entry-desk.js';
import { FigureFiles, line } from '../testing/figure-file.js';
import { ANYTHING } from '../testing/figure-desk.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { ImportFigures } from './import-figures.js';
import { STRICTLY } from './import-order.js';
import type { ImportOrder, ImportResult, ImportStage } from './import-order.js';

/** An import goes on for long; whoever works meanwhile neither waits for it nor is lost in it. */
describe('an import beside people at work', () => {
  let whole: WholeApplication;
  let reviewer: Account;
  let other: pg.Client;
  const files = new FigureFiles();
  const quarters = new Quarters();
  beforeAll(async () => {
    whole = await wholeApplication();
    reviewer = (await whole.app.get(AccountQuery).byUsername('reviewer'))!;
    other = new pg.Client({ connectionString: whole.database.ownerUrl });
    await other.connect();
  }, 120_000);
  afterAll(async () => {
    await other.end();
    await whole.close();
    await files.clear();
  });

  const run = (path: string, more: Partial<ImportOrder> = {}): Promise<ImportResult> =>
    whole.app.get(ImportFigures).import(actingNow(reviewer, whole.app.get(Moments)), { path, source: 'Provet', ...STRICTLY, ...more });
  const revisionsOf = (period: string) =>
    whole.rows<{ revision: number; value: number; seq: number }>(
      `select o.revision, o.value::int as value, r.seq::int as seq from observation o join record r on r.id = o.record_id
        where o.period = $1 order by o.revision`,
      [period],
    );
  const SERIES = `(select h.id from series_head h join indicator i on i.id = h.indicator_id join territory t on t.id = h.territory_id
                    where i.slug = 'foretagsbesok' and t.code = '0884' and h.breakdown = '')`;

  it('is told stage by stage', async () => {
    const told: (readonly [ImportStage, number])[] = [];
    const path = await files.rows(...[1, 2, 3].map((quarter) => line({ period: `1850-Q${quarter}` })));
    await run(path, { onProgress: (stage, rows) => told.push([stage, rows]) });
    expect(told).toEqual([
      ['read', 3],
      ['check', 3],
      ['compare', 3],
      ['publish', 3],
    ]);
  });

  it('does not wait for who is changing the same series', async () => {
    await run(await files.rows(line({ period: '1851-Q1' })));
    await other.query('begin');
    await other.query(`select 1 from series_head where id = ${SERIES} for no key update`);
    expect((await run(await files.rows(line({ period: '1851-Q2' })))).added).toBe(1);
    await other.query('rollback');
  });

  it('begins anew when somebody recorded one of its figures first, and then corrects that one', async () => {
    await run(await files.rows(line({ period: '1852-Q1' })));
    await other.query('begin');
    await other.query(
      `insert into observation (series_id, period, period_end, revision, value, quality, provenance, source, publish_at)
       values (${SERIES}, '1852-Q2', ${1852 * 12 + 6}, 1, 7, 'final', 'exact', 'Någon', now())`,
    );
    const stages: ImportStage[] = [];
    const path = await files.rows(line({ period: '1852-Q2', value: '8' }), line({ period: '1852-Q3' }));
    const work = run(path, { reason: 'Rättat', onProgress: (stage) => stages.push(stage) });
    await untilItWaits();
    await other.query(`select seal('{"action":"spec"}')`);
    await other.query('commit');
    const { added, changed } = await work;
    expect([added, changed, stages.filter((stage) => stage === 'publish').length]).toEqual([1, 1, 2]);
    const [first, second] = await revisionsOf('1852-Q2');
    expect([first?.value, second?.value, second && first && second.seq > first.seq]).toEqual([7, 8, true]);
  });

  /** Until some connection waits for another transaction. */
  async function untilItWaits(): Promise<void> {
    const WAITING = `select 1 from pg_locks where locktype = 'transactionid' and not granted`;
    while ((await whole.rows(WAITING)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  it('of the same new indicators twice at once makes them once', async () => {
    const rows = Array.from({ length: 40 }, (_, at) =>
      line({ code: `T${at % 8}`, municipality: `Ort ${at % 8}`, indicator: 'Nytt på två håll', period: `${1960 + Math.floor(at / 8)}` }),
    );
    const path = await files.rows(...rows);
    const results = await Promise.all([run(path, { mayCreate: ANYTHING }), run(path, { mayCreate: ANYTHING })]);
    expect(results.map(({ added, unchanged }) => [added, unchanged]).sort()).toEqual([
      [0, 40],
      [40, 0],
    ]);
  });

  it('leaves revisions without gaps while figures of the same series are approved', async () => {
    const reporter = await whole.as('reporter');
    const approver = await whole.as('second');
    const entries = [];
    for (let at = 0; at < 6; at++) entries.push(await submitted(reporter, quarters.next()));
    const rows = [...entries.map(({ period }) => line({ period, value: '5' })), ...many(400)];
    const [result, ...answers] = await Promise.all([
      run(await files.rows(...rows), { reason: 'Rättat' }),
      ...entries.map((entry) => take(approver, entry, { action: 'approve' })),
      ...Array.from({ length: 4 }, () => begin(reporter, quarters.next())),
    ]);
    expect(result.rows).toBe(406);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const gaps = await whole.rows(
      `select series_id, period from observation group by series_id, period having max(revision) <> count(*) or min(revision) <> 1`,
    );
    expect(gaps).toEqual([]);
  });

  const many = (count: number): string[] => Array.from({ length: count }, (_, at) => line({ period: `${1100 + at}-Q1` }));

  it('is checked at its commit by one row, however many it brought: the record lock is held meanwhile', async () => {
    // Jobs have a schema of their own, and no import waits for them.
    const deferred = await whole.rows<{ name: string }>(
      `select conrelid::regclass::text as name from pg_constraint where condeferrable and connamespace = 'public'::regnamespace`,
    );
    expect(deferred).toEqual([{ name: 'recording' }]);
  });
});

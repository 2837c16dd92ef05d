import type { EntryView } from '@slusen/contracts';
import { DataSource } from 'typeorm';
import { SeriesHeadRow } from '../observations/series-head.row.js';
import { begin, entryIn, Quarters, submitted, take } from '../testing/entry-desk.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { Statements } from './statements.js';
import { isInTransaction, outsideTransaction, Transactions } from './transactions.js';

describe('a transaction', () => {
  let whole: WholeApplication;
  let transactions: Transactions;
  beforeAll(async () => {
    whole = await wholeApplication();
    transactions = whole.app.get(Transactions);
  }, 120_000);
  afterAll(() => whole.close());

  /** By TypeORM, in the transaction under way. */
  const ask = async (sql: string): Promise<unknown> => whole.app.get(DataSource).manager.query(sql);
  const heads = () => whole.app.get(DataSource).getRepository(SeriesHeadRow);

  /** What the database says when two collide, said on purpose. */
  const collide = (code: string) => `do $$ begin raise exception 'collided' using errcode = '${code}'; end $$`;

  for (const [name, code] of [
    ['two deadlock', '40P01'],
    ['two cannot be put in order', '40001'],
    ['two made the same at once', '23505'],
  ] as const) {
    it(`is tried again when ${name}`, async () => {
      let attempts = 0;
      const answer = await transactions.run(async () => {
        attempts++;
        if (attempts < 3) await ask(collide(code));
        return 'done';
      });
      expect([answer, attempts]).toEqual(['done', 3]);
    });

    it(`is tried again when ${name} in a prepared statement`, async () => {
      let attempts = 0;
      await transactions.run(async () => {
        attempts++;
        if (attempts < 2) await whole.app.get(Statements).rows({ name: `spec.${code}`, text: `select spec_collide('${code}')` });
      });
      expect(attempts).toBe(2);
    });
  }
  beforeAll(() =>
    whole.rows(
      `create function spec_collide(code text) returns void language plpgsql as $$ begin raise exception 'collided' using errcode = code; end $$; grant execute on function spec_collide to slusen_app`,
    ),
  );

  it('is tried three times at most', async () => {
    let attempts = 0;
    const work = transactions.run(async () => {
      attempts++;
      await ask(collide('40P01'));
    });
    await expectAsync(work).toBeRejected();
    expect(attempts).toBe(3);
  });

  it('is not tried again for any other error, and leaves nothing behind', async () => {
    let attempts = 0;
    const work = transactions.run(async () => {
      attempts++;
      await ask(
        `insert into series_head (indicator_id, territory_id, breakdown) select i.id, t.id, 'spår' from indicator i, territory t limit 1`,
      );
      await ask('select 1 / 0');
    });
    await expectAsync(work).toBeRejected();
    expect(attempts).toBe(1);
    expect((await whole.rows(`select 1 from series_head where breakdown = 'spår'`)).length).toBe(0);
  });

  describe('reads its own writes, and others do not,', () => {
    const count = { name: 'spec.heads', text: `select count(*)::int as n from series_head where breakdown = 'egen'` };
    const byStatement = async () => (await whole.app.get(Statements).rows<{ n: number }>(count))[0]?.n;
    const byRepository = () => heads().countBy({ breakdown: 'egen' });
    const byOthers = async () => (await whole.rows<{ n: number }>(count.text))[0]?.n;
    const counts = async () => [await byRepository(), await byStatement(), await byOthers()];
    const place = async () => {
      const [{ indicatorId, territoryId } = { indicatorId: 0, territoryId: 0 }] = await heads().find({ take: 1 });
      return { indicatorId, territoryId, breakdown: 'egen' };
    };

    it('by repository and by statement alike, whichever way they were written', async () => {
      await transactions.run(async () => {
        await heads().insert(await place());
        expect(await counts()).toEqual([1, 1, 0]);
        await ask(`insert into series_head (indicator_id, territory_id, breakdown) select i.id, t.id, 'egen' from indicator i, territory t
                    where not exists (select from series_head h where h.indicator_id = i.id and h.territory_id = t.id) limit 1`);
        expect(await counts()).toEqual([2, 2, 0]);
        await ask(`select seal('{"action":"spec"}')`);
      });
      expect(isInTransaction()).toBeFalse();
      expect(await counts()).toEqual([2, 2, 2]);
    });

    it('also in a transaction that is begun within it, which ends with it', async () => {
      const work = transactions.run(async () => {
        await transactions.run(async () => void (await heads().insert({ ...(await place()), breakdown: 'inne' })));
        expect(await heads().countBy({ breakdown: 'inne' })).toBe(1);
        throw new Error('stopped');
      });
      await expectAsync(work).toBeRejectedWithError('stopped');
      expect(await heads().countBy({ breakdown: 'inne' })).toBe(0);
    });

    it('nor does what was begun in it and goes on after it, or says that it stands outside', async () => {
      const { promise: over, resolve: end } = Promise.withResolvers<undefined>();
      const after: Promise<number>[] = [];
      const inside = transactions.run(async () => {
        await heads().insert({ ...(await place()), breakdown: 'sen' });
        after.push(over.then(() => heads().countBy({ breakdown: 'sen' })));
        expect(await outsideTransaction(() => heads().countBy({ breakdown: 'sen' }))).toBe(0);
        throw new Error('stopped');
      });
      await expectAsync(inside).toBeRejectedWithError('stopped');
      end(undefined);
      expect(await Promise.all(after)).toEqual([0]);
    });
  });

  it('asks its connection one thing at a time, however many are asked for at once by repository and by statement', async () => {
    let [now, most] = [0, 0];
    const answers = await transactions.run(async () => {
      const client = await transactions.connection();
      const query = client.query.bind(client) as (...asked: unknown[]) => Promise<unknown>;
      const counted = async (...asked: unknown[]) => {
        most = Math.max(most, ++now);
        try {
          return await query(...asked);
        } finally {
          now--;
        }
      };
      spyOn(client, 'query').and.callFake(counted as never);
      const byStatement = async (n: number) =>
        (await whole.app.get(Statements).rows<{ n: number }>({ name: 'spec.turn', text: 'select $1::int as n' }, [n]))[0]?.n;
      const byRepository = async (n: number) => (await heads().find({ take: n })).length;
      return Promise.all([byRepository(1), byStatement(2), byRepository(3), byStatement(4), ask('select 5 as n')]);
    });
    expect([most, answers]).toEqual([1, [1, 2, 3, 4, [{ n: 5 }]]]);
  });

  describe('beside others', () => {
    const quarters = new Quarters();
    /** Runs the work and counts how often a transaction had to begin anew. */
    const repeats = async (work: () => Promise<unknown>): Promise<number> => {
      const started = spyOn(whole.app.get(DataSource), 'transaction').and.callThrough();
      const wanted = spyOn(transactions, 'run').and.callThrough();
      await work();
      return started.calls.count() - wanted.calls.count();
    };

    it('never waits in a circle: approving one quarter while others of the same series are recorded', async () => {
      const [reporter, reviewer, second] = [await whole.as('reporter'), await whole.as('reviewer'), await whole.as('second')];
      const waiting: EntryView[] = [];
      for (let n = 0; n < 6; n++) waiting.push(await submitted(reporter, quarters.next()));
      const again = await repeats(async () => {
        const answers = await Promise.all(
          waiting.flatMap((entry, n) => [take(n % 2 ? reviewer : second, entry, { action: 'approve' }), begin(reporter, quarters.next())]),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(6).fill(200), ...Array<number>(6).fill(201)]);
      });
      expect(again).toBe(0);
    });

    it('takes its place in one order: whoever comes later in it also was recorded later', async () => {
      const [reporter, both, reviewer] = [await whole.as('reporter'), await whole.as('both'), await whole.as('reviewer')];
      await Promise.all(
        [reporter, both].flatMap((who) =>
          Array.from({ length: 5 }, async () => {
            const waiting = await submitted(who, quarters.next());
            entryIn(await take(reviewer, waiting, { action: 'approve' }));
          }),
        ),
      );
      const places = await whole.rows<{ seq: string; micros: string }>(
        `select seq, extract(epoch from at) * 1000000 as micros from record order by seq`,
      );
      const backwards = places.filter(({ micros }, at) => at > 0 && Number(micros) < Number(places[at - 1]?.micros));
      expect(places.length).toBeGreaterThan(30);
      expect(backwards).toEqual([]);
      expect(places.map(({ seq }) => Number(seq))).toEqual(places.map((_, at) => at + 1));
    });

    it('waits with its place until who took one before it is done', async () => {
      const seal = `select seal('{"action":"spec"}')`;
      const { promise: first, resolve: go } = Promise.withResolvers<undefined>();
      const done: string[] = [];
      const slow = transactions.run(async () => {
        await ask(seal);
        go(undefined);
        await new Promise((resolve) => setTimeout(resolve, 150));
        done.push('slow');
      });
      await first;
      await transactions.run(async () => {
        await ask(seal);
        done.push('quick');
      });
      await slow;
      expect(done).toEqual(['slow', 'quick']);
    });
  });
});

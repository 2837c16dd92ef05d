import { DataSource } from 'typeorm';
import { AuditTrail } from '../identity/audit-trail.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { everyStatement, statement, Statements } from './statements.js';
import { Transactions } from './transactions.js';

describe('statements that are prepared', () => {
  let whole: WholeApplication;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  const rows = <Row extends object>(text: string, values: readonly unknown[] = [], name = `spec.${text.slice(0, 50)}`) =>
    whole.app.get(Statements).rows<Row>({ name, text }, values);

  it('name tables and columns that are there', async () => {
    expect(everyStatement().length).toBeGreaterThan(20);
    for (const { name, text } of everyStatement()) {
      expect(name.length).withContext(name).toBeLessThan(64);
      await expectAsync(whole.rows(`prepare "${name}" as ${text}`))
        .withContext(name)
        .toBeResolved();
    }
  });

  it('have a name each: two of one name would be answered with each other’s rows', () => {
    const one = { name: 'spec.twice', text: 'select 1' };
    statement(one);
    expect(() => statement(one)).toThrowError('Two statements are called spec.twice');
  });

  it('give numbers as numbers, dates as they are written and nothing as null', async () => {
    const [row] = await rows(
      `select 1.5::numeric as number, 9007199254740991::bigint as large, '2024-02-29'::date as day, null as none, '{"a":[1]}'::jsonb as json,
              timestamptz '2026-07-15 12:00+02' as moment`,
    );
    expect(row).toEqual({
      number: 1.5,
      large: 9_007_199_254_740_991,
      day: '2024-02-29',
      none: null,
      json: { a: [1] },
      moment: new Date('2026-07-15T10:00:00Z'),
    });
  });

  it('take what is handed in for what it is, never for SQL', async () => {
    const text = `'; drop table entry; -- $1 \\ " 🌲`;
    expect(await rows('select $1::text as text', [text])).toEqual([{ text }]);
    expect(await whole.rows('select 1 from entry limit 0')).toEqual([]);
  });

  it('run beside each other outside a transaction, and on its one connection within', async () => {
    const pid = async () => (await rows<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid;
    const outside = await pid();
    await whole.app.get(Transactions).run(async () => {
      const { manager } = whole.app.get(DataSource);
      const [own] = await manager.query<[{ pid: number | undefined }]>('select pg_backend_pid() as pid');
      expect(new Set(await Promise.all([pid(), pid(), pid()]))).toEqual(new Set([own.pid]));
      expect(own.pid === outside).toBeFalse();
    });
  });

  it('of two transactions at once see each their own', async () => {
    const count = async (breakdown: string) =>
      (await rows<{ n: number }>('select count(*)::int as n from series_head where breakdown = $1', [breakdown], 'spec.count'))[0]?.n;
    const write = (breakdown: string) =>
      whole.app.get(Transactions).run(async () => {
        await rows(
          `insert into series_head (indicator_id, territory_id, breakdown) select i.id, t.id, $1 from indicator i, territory t limit 1`,
          [breakdown],
          'spec.insert',
        );
        const seen = [await count('ett'), await count('två')];
        await whole.app.get(AuditTrail).record({ action: 'spec', subject: 'spec', by: null });
        return seen;
      });
    const [one, two] = await Promise.all([write('ett'), write('två')]);
    // Whoever was sealed first may be seen by the other, never the other way round.
    expect([one?.[0], two?.[1]]).toEqual([1, 1]);
    expect([await count('ett'), await count('två')]).toEqual([1, 1]);
  });

  it('can be used after one of them failed', async () => {
    for (let time = 0; time < 3; time++)
      await expectAsync(rows('select 1 / $1::int as one', [0])).toBeRejectedWith(jasmine.objectContaining({ code: '22012' }));
    expect(await rows('select 1 / $1::int as one', [1])).toEqual([{ one: 1 }]);
  });

  it('cannot write where only reading was meant: the program’s role changes no history', async () => {
    for (const change of [
      `update observation set value = 1`,
      `delete from target`,
      `truncate audit_event`,
      `drop table record`,
      `alter table goal disable trigger all`,
    ])
      await expectAsync(rows(change))
        .withContext(change)
        .toBeRejectedWith(jasmine.objectContaining({ code: '42501' }));
  });
});

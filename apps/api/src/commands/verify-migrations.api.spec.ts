import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../data-source.js';
import { PATIENCE_MS, tamper } from '../integrity/kept-world.fixtures.js';
import { MIGRATIONS } from '../migrations/index.js';
import { commandDesk, nothing } from './console/command-desk.fixtures.js';
import { verifyCommand } from './verify.js';

const NAMES = MIGRATIONS.map(({ name }) => name);
const LAST = NAMES.at(-1) ?? '';

/** Tables with something done to them. */
const migratedAnd =
  (sql: string) =>
  async (ownerUrl: string): Promise<void> => {
    await migrate(ownerUrl);
    await tamper(ownerUrl, [], sql);
  };
const beforeTheLast = async (ownerUrl: string): Promise<void> => {
  await migrate(ownerUrl);
  const source = await new DataSource(dataSourceOptions({ url: ownerUrl, poolSize: 2 })).initialize();
  await source.undoLastMigration({ transaction: 'each' });
  await source.destroy();
};
const AS_MADE = 'though the tables are as with all of them.';

describe('the command verify changes nothing, and', () => {
  const desk = commandDesk();

  const refused: readonly [what: string, fill: (ownerUrl: string) => Promise<void>, sentence: string][] = [
    ['an empty database', nothing, 'There is nothing to check: the database has no tables yet.'],
    [
      'tables of an earlier version',
      beforeTheLast,
      `The tables are not those of this version of the program: ${LAST} was not run yet; start the program, which does that, and check again.`,
    ],
    [
      'tables of a later version',
      migratedAnd(`insert into migration ("timestamp", name) values (1, 'FromTheFuture1')`),
      'The tables are not those of this version of the program: the list of migrations has FromTheFuture1, which it does not know.',
    ],
    [
      'a list of migrations without its last line',
      migratedAnd(`delete from migration where name = '${LAST}'`),
      `The list of migrations was changed: it lacks ${LAST}, ${AS_MADE}`,
    ],
    [
      'a list of migrations without a line in the middle',
      migratedAnd(`delete from migration where name = '${NAMES[2] ?? ''}'`),
      `The list of migrations was changed: it lacks ${NAMES[2] ?? ''}, ${AS_MADE}`,
    ],
    [
      'tables without a list of migrations',
      migratedAnd('drop table migration'),
      `The list of migrations was changed: it lacks ${NAMES[0] ?? ''} and ${NAMES.length - 1} more, ${AS_MADE}`,
    ],
    [
      'a list of migrations without a line, and tables that were changed',
      migratedAnd(`delete from migration where name = '${NAMES[2] ?? ''}'; drop trigger refuse_change on target`),
      `The list of migrations was changed: it lacks ${NAMES[2] ?? ''}, though it has some that come after; and the tables are not as they make them.`,
    ],
    [
      'a line that stands twice',
      migratedAnd(`insert into migration ("timestamp", name) values (1, '${LAST}')`),
      'The list of migrations was changed: it does not name each of them once, in the order in which they are run.',
    ],
  ];
  for (const [what, fill, sentence] of refused) {
    it(
      `says in one sentence what is wrong with ${what}`,
      async () => {
        await desk.onDatabase(fill);
        const tables = await desk.query(`select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace`);
        const { code, said, complained } = await desk.run(verifyCommand, []);
        expect([code, said, complained]).toEqual([1, '', sentence]);
        const after = await desk.query(`select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace`);
        expect(after.rows).toEqual(tables.rows);
      },
      PATIENCE_MS,
    );
  }

  it(
    'looks at the real tables wherever the database is told to look',
    async () => {
      await desk.onDatabase(migrate);
      await desk.query(`do $$ begin execute format('alter database %I set search_path = elsewhere', current_database()); end $$`);
      const { code, said, complained } = await desk.run(verifyCommand, []);
      expect([code, complained]).toEqual([1, '']);
      expect(said).toMatch(
        /setting of the database \w+: search_path=elsewhere: nothing here asks for it\n[^]*^1 thing is wrong: \d+ checks/m,
      );
    },
    PATIENCE_MS,
  );

  it(
    'is what a start asks for that finds tables made already',
    async () => {
      await desk.onDatabase(migratedAnd(`delete from migration where name = '${NAMES[0] ?? ''}'`));
      await expectAsync(migrate(desk.database.ownerUrl)).toBeRejectedWithError(
        /^The tables are not as the list of migrations says \(relation ".*" already exists\); npm run verify says what is wrong\.$/,
      );
    },
    PATIENCE_MS,
  );
});

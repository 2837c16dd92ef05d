import { recordedTables } from './history-tables.js';
import { plantedWorld } from './planted-world.fixtures.js';

/** Every table that holds history, so that a new one is planted in as well. */
const TABLES = [
  'action',
  'action_partner',
  'action_revision',
  'actor',
  'actor_revision',
  'area',
  'area_revision',
  'disposal',
  'disposal_part',
  'entry_author',
  'entry_event',
  'figure_message',
  'follow_up_round',
  'follow_up_round_revision',
  'follow_up_rule_revision',
  'goal',
  'goal_revision',
  'import_run',
  'indicator',
  'indicator_definition',
  'masking',
  'observation',
  'point_note',
  'reorganisation',
  'reorganisation_successor',
  'responsibility',
  'series_break',
  'series_head',
  'site_logo',
  'site_settings',
  'strategy',
  'strategy_revision',
  'strategy_version',
  'strategy_version_revision',
  'target',
  'task_answer',
  'territory',
  'territory_revision',
];

const UNGUARD = `
  do $$ declare thing record; begin
    for thing in select conrelid::regclass as t, conname from pg_constraint
      where connamespace = 'public'::regnamespace and contype <> 'n' and (conrelid = '%s'::regclass or confrelid = '%s'::regclass) order by contype = 'p' loop
      execute format('alter table %s drop constraint %I cascade', thing.t, thing.conname);
    end loop;
    for thing in select indexrelid::regclass as i from pg_index where indrelid = '%s'::regclass and indisunique loop
      execute format('drop index %s', thing.i);
    end loop;
    alter table %s disable trigger user;
  end $$`;
const unguard = (table: string): string =>
  UNGUARD.replaceAll(`'%s'::regclass`, `'${table}'::regclass`).replace('alter table %s disable', `alter table ${table} disable`);

/** Another value of the same type. */
const OTHER: Readonly<Record<string, string>> = {
  text: `coalesce(%c, '') || 'x'`,
  integer: 'coalesce(%c, 0) + 1',
  smallint: 'coalesce(%c, 0) + 1',
  bigint: 'coalesce(%c, 0) + 1',
  'numeric(21,6)': 'coalesce(%c, 0) + 0.000001',
  boolean: 'not coalesce(%c, false)',
  date: `coalesce(%c, '2020-01-01') + 1`,
  'integer[]': 'array_append(%c, 1)',
  jsonb: `jsonb_build_array(%c)`,
  bytea: `%c || '\\x00'`,
  uuid: `gen_random_uuid()`,
  'timestamp with time zone': `%c + interval '1 millisecond'`,
};

describe('a change planted by the owner of the tables in what was recorded', () => {
  const world = plantedWorld();

  it('is not there before anything is planted', async () => expect(await world.found()).toBe(''));

  it('is looked for in every table that holds history', async () => expect(await recordedTables(world.client)).toEqual(TABLES));

  for (const table of TABLES) {
    describe(`in ${table}`, () => {
      beforeEach(() => world.client.query(unguard(table)));

      it('is found in each column', async () => {
        const { rows: columns } = await world.client.query<{ name: string; type: string }>(`
          select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
           where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped and attidentity = ''`);
        expect(columns.length).toBeGreaterThan(1);
        for (const { name, type } of columns) {
          const value = OTHER[type]?.replaceAll('%c', `"${name}"`);
          expect(value).withContext(`${name} is of type ${type}`).toBeDefined();
          expect(await world.tried(`update ${table} set "${name}" = ${value} where ctid = (select min(ctid) from ${table})`))
            .withContext(name)
            .toMatch(new RegExp(`, ${table}: `));
        }
      });

      it('is found as a row that was removed', async () => {
        expect(await world.tried(`delete from ${table} where ctid = (select max(ctid) from ${table})`)).toMatch(
          new RegExp(`, ${table}: \\d+ rows were sealed, \\d+ rows? (is|are) there`),
        );
      });

      it('is found as a row that was added', async () => {
        const copy = `insert into ${table} overriding system value select * from ${table} limit 1`;
        expect(await world.tried(copy)).toMatch(new RegExp(`, ${table}: \\d+ rows were sealed, \\d+ rows are there`));
      });

      it('is found as rows that were given to another record', async () => {
        // The first record is that of the strategy, the fourth that of an account.
        const own = `(select record_id from ${table} limit 1)`;
        expect(await world.tried(`update ${table} set record_id = (select id from record where seq = 4) where record_id = ${own}`)).toMatch(
          /rows were sealed, 0 rows are there[^]*that nothing sealed|that nothing sealed[^]*rows were sealed, 0 rows are there/,
        );
      });
    });
  }
});

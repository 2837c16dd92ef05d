import type { INestApplicationContext } from '@nestjs/common';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { actingNow } from '../../identity/acting.js';
import { HidePlaces } from '../../masking/hide-places.js';
import { Moments } from '../../platform/moments.js';
import { accountOf, migrateAndFill, newKey, openContext, PATIENCE_MS } from '../kept-world.fixtures.js';
import { findEach, plantedWorld, RECHAIN, type Plant } from './planted-world.fixtures.js';
import { Verify } from './verify.js';

/** With the triggers off, and the whole chain written anew afterwards where the plant says so: only the check of the maskings is left to find it. */
const PLANTS: readonly Plant[] = [
  [
    'a decision to hide that was taken away',
    ['masking'],
    `delete from masking where id = 1`,
    /masking: 3 rows were sealed, 2 rows are there/,
  ],
  [
    'a decision to hide that nobody took',
    ['masking', 'audit_event'],
    `insert into masking (table_name, row_key, field, revision, is_lifted, reason, decision, salt, sha256)
     select 'observation', '2', 'source', 1, false, reason, decision, salt, sha256 from masking where id = 1;
     select seal('{"action":"masking.hide","by":null,"facts":{"decision":"KS § 4","places":[],"reason":"personal-data"},"subject":"masking"}')`,
    /observation 2 source: the audit trail does not tell of revision 1, or otherwise[^]*observation 2 source: what stands there is not what was hidden/,
  ],
  [
    'what stands instead, which was changed',
    ['masking'],
    `update masking set note = 'inget särskilt' where id = 2`,
    /masking: one or more of its 3 rows are not what was sealed/,
  ],
  [
    'a hidden text that was changed while nobody could see it',
    ['observation'],
    `update observation set source = 'en annan' where id = 7`,
    /observation 7 source: what stands there is not what was hidden/,
  ],
  [
    'a hidden figure that was changed while nobody could see it, in a chain that was written anew',
    ['observation', 'audit_event'],
    `update observation set value = value + 1 where id = 3; ${RECHAIN}`,
    /observation 3 value: what stands there is not what was hidden/,
  ],
  [
    'another hash in the place of the right one',
    ['masking'],
    `update masking set sha256 = sha256('annat') where id = 2`,
    /what stands there is not what was hidden/,
  ],
  [
    'a place that there is not',
    ['masking'],
    `update masking set row_key = '999' where id = 2`,
    /observation 999 source: it is hidden, but nothing stands there/,
  ],
  [
    'a table that there is not',
    ['masking'],
    `update masking set table_name = 'finns_inte' where id = 2`,
    /finns_inte 7 source: it is hidden, but there is no such place/,
  ],
  [
    'a decision that was skipped',
    ['masking'],
    `update masking set revision = 3 where is_lifted`,
    /area_revision 1\/1 description_sv: revision 2 is missing/,
  ],
  [
    'a view that hides less',
    [],
    `create or replace view masked as select m.table_name, m.row_key, m.field, m.note from masking m where false`,
    /view masked/,
  ],
];

describe('a change planted by the owner of the tables in what is hidden', () => {
  findEach(plantedWorld(), PLANTS);
});

describe('verify, where what was decided is hidden', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  beforeAll(async () => {
    database = await testDatabase({ migrate: migrateAndFill });
    app = await openContext(database.appUrl);
  }, PATIENCE_MS);
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('finds nothing: what is served and what is recomputed are hidden alike', async () => {
    const administrator = actingNow(await accountOf(app, 'alva'), app.get(Moments));
    const places = [
      { table: 'target', row: '1', field: 'decision' },
      { table: 'indicator_definition', row: '1', field: 'unit_sv' },
      { table: 'series_break', row: '1', field: 'reason_sv' },
      { table: 'actor_revision', row: '2/1', field: 'name_sv' },
      { table: 'observation', row: '8', field: 'reason' },
      { table: 'observation', row: '10', field: 'value' },
    ];
    await app.get(HidePlaces).hide(administrator, newKey(), { places, reason: 'secrecy', decision: 'KS § 6' });
    const found = (await app.get(Verify).run(database)).flatMap(({ name, faults }) =>
      faults.map(({ where, what }) => `${name}: ${where}: ${what}`),
    );
    expect(found).toEqual([]);
  });
});

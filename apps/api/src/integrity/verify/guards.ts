import pg from 'pg';
import type { Check, Faults } from './check.js';
import { appendOnlyTables, recordedTables } from './history-tables.js';

/** Bits of pg_trigger.tgtype. */
const BEFORE = 2;
const INSERT = 4;
const DELETE = 8;
const UPDATE = 16;
const TRUNCATE = 32;

interface Guard {
  readonly name: string;
  readonly tables: (client: pg.ClientBase) => Promise<readonly string[]>;
  readonly fires: number;
}

const GUARDS: readonly Guard[] = [
  { name: 'refuse_change', tables: appendOnlyTables, fires: BEFORE | UPDATE | DELETE | TRUNCATE },
  { name: 'refuse_after_seal', tables: recordedTables, fires: BEFORE | INSERT },
];

const TRIGGER = `
  select g.tgenabled, g.tgtype::int as fires, g.tgqual is null and p.pronamespace = 'public'::regnamespace as is_plain
    from pg_trigger g join pg_proc p on p.oid = g.tgfoid
   where g.tgrelid = to_regclass($1) and g.tgname = $2 and p.proname = $2`;

/** Tables that are what others' `record_id` points to. */
const OWN_ID: ReadonlySet<string> = new Set(['record', 'recording']);

const REFUSED = '23001';

/** The triggers that keep history as it is are there, switched on, and do refuse. */
export const guardsCheck: Check = {
  name: 'history is guarded by the database',
  async run(client, faults) {
    let looked = 0;
    for (const guard of GUARDS) {
      for (const table of await guard.tables(client)) {
        looked++;
        await checkTrigger(client, { guard, table }, faults);
      }
    }
    for (const table of await appendOnlyTables(client)) await tryToChange(client, table, faults);
    await checkSeal(client, faults);
    return looked;
  },
};

async function checkTrigger(client: pg.ClientBase, { guard, table }: { guard: Guard; table: string }, faults: Faults): Promise<void> {
  const { name, fires } = guard;
  const { rows } = await client.query<{ tgenabled: string; fires: number; is_plain: boolean }>(TRIGGER, [pg.escapeIdentifier(table), name]);
  const [trigger] = rows;
  if (!trigger) faults.add(table, `its trigger ${name} is missing`);
  else if (trigger.tgenabled !== 'O' && trigger.tgenabled !== 'A') faults.add(table, `its trigger ${name} is switched off`);
  else if (trigger.fires !== fires || !trigger.is_plain) faults.add(table, `its trigger ${name} no longer fires on everything it should`);
}

/** Tries to change and remove no row at all, which a working guard refuses all the same. */
async function tryToChange(client: pg.ClientBase, table: string, faults: Faults): Promise<void> {
  const name = pg.escapeIdentifier(table);
  for (const [attempt, statement] of [
    ['a change', `update ${name} set ${OWN_ID.has(table) ? 'id = id' : 'record_id = record_id'} where false`],
    ['a removal', `delete from ${name} where false`],
  ] as const) {
    await client.query('savepoint attempt');
    const code = await client.query(statement).then(
      () => undefined,
      (error: { code?: string }) => error.code,
    );
    await client.query('rollback to savepoint attempt');
    if (code !== REFUSED) faults.add(table, `${attempt} was not refused${code ? ` as it should be (${code})` : ''}`);
  }
}

/** Inserting is not tried, since numbers that are given out cannot be taken back; the function must still be what takes the lock. */
async function checkSeal(client: pg.ClientBase, faults: Faults): Promise<void> {
  const { rows } = await client.query<{ body: string }>(
    `select prosrc as body from pg_proc where proname = 'seal' and pronamespace = 'public'::regnamespace`,
  );
  if (!rows[0]?.body.includes(`pg_advisory_xact_lock(hashtext('slusen.record'))`)) faults.add('seal', 'it no longer takes the record lock');
}

import type { INestApplicationContext } from '@nestjs/common';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actingNow } from '../../identity/acting.js';
import { ImportFigures } from '../../imports/import-figures.js';
import { STRICTLY } from '../../imports/import-order.js';
import { Moments } from '../../platform/moments.js';
import { accountOf, figureFile, migrateAndFill, openContext, PATIENCE_MS, tamper } from '../kept-world.fixtures.js';
import { Verify } from './verify.js';

/** These see every change of a row or of a guard, whatever else sees it too; plants.api.spec.ts is about them. */
const SEE_EVERYTHING = ['every row is the one that was sealed', 'the tables are as the migrations made them'];

interface Found {
  readonly name: string;
  readonly faults: readonly string[];
}

describe('verify', () => {
  let database: TestDatabase;
  let app: INestApplicationContext | undefined;
  beforeEach(async () => {
    database = await testDatabase({ migrate: migrateAndFill });
  }, PATIENCE_MS);
  afterEach(async () => {
    await app?.close();
    app = undefined;
    await database.drop();
  }, PATIENCE_MS);

  const results = async () => {
    app = await openContext(database.appUrl);
    return app.get(Verify).run(database);
  };
  const found = async (): Promise<Found[]> =>
    (await results())
      .filter(({ name, faultCount }) => faultCount > 0 && !SEE_EVERYTHING.includes(name))
      .map(({ name, faults }) => ({ name, faults: faults.map(({ where, what }) => `${where}: ${what}`) }));

  it(
    'finds nothing in what was made by legal steps, and looked at all of it',
    async () => {
      const all = await results();
      expect(all.flatMap(({ name, faults }) => faults.map((fault) => ({ name, ...fault })))).toEqual([]);
      const looked = Object.fromEntries(all.map(({ name, looked }) => [name, looked]));
      expect(looked['revision numbers are gapless']).toBe(10);
      expect(looked['every entry came to its state by legal steps']).toBe(10);
      expect(looked['import runs brought what they say']).toBe(2);
      expect(looked['every change stands in the audit trail']).toBe(10 + 2);
      expect(looked['rights are those that were granted']).toBe(3);
      expect(looked['served statuses are the recomputed ones']).toBe(2 + 3);
      for (const { name, looked } of all.filter(({ name }) => !name.startsWith('heads')))
        expect(looked).withContext(name).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it(
    'finds nothing wrong when the clock of the server was set back and work went on',
    async () => {
      // The last record is an hour ahead, as the clock was then; what is sealed after it is not said to be earlier.
      await tamper(
        database.ownerUrl,
        [],
        `with last as (select r.seq, a.hash from record r join audit_event a on a.record_id = r.id order by r.seq desc limit 1),
              ahead as (insert into record select nextval('record_id_seq'), seq + 1, date_trunc('milliseconds', now()) + interval '1 hour' from last returning *),
              said as (select id, '{"action":"spec.clock"}' as payload, format('{"at":"%s","form":1,"record":%s,"rows":{},"seq":%s}',
                         to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), id, seq) as sealed from ahead)
         insert into audit_event (record_id, payload, sealed, previous_hash, hash)
         select id, payload, sealed, hash, sha256(hash || convert_to(sealed || E'\n' || payload, 'UTF8')) from said, last`,
      );
      const folder = await mkdtemp(join(tmpdir(), 'slusen-clock-'));
      const all = await results();
      const approver = actingNow(await accountOf(app!, 'gunnel'), app!.get(Moments));
      await app!.get(ImportFigures).import(approver, {
        source: 'SCB',
        ...STRICTLY,
        path: await figureFile(folder, [['2018', 15600]]),
      });
      await rm(folder, { recursive: true });
      const after = await app!.get(Verify).run(database);
      for (const { name, faults } of [...all, ...after]) expect(faults).withContext(name).toEqual([]);
      expect(after.find(({ name }) => name === 'revision numbers are gapless')?.looked).toBe(11);
    },
    PATIENCE_MS,
  );

  /** What is done to history, on which tables, and what the checks must say of it, word by word. */
  interface Case {
    readonly what: string;
    readonly tables: readonly string[];
    readonly sql: string;
    readonly finds: Readonly<Record<string, RegExp>>;
  }
  const cases: readonly Case[] = [
    {
      what: 'an observation that was removed',
      tables: ['observation'],
      sql: `delete from observation where period = '2024' and revision = 1`,
      finds: {
        'revision numbers are gapless': /folkmangd 0884 2024: revision 1 is missing/,
        'import runs brought what they say': /import run 1: it says 7 new figures, but brought 6/,
      },
    },
    {
      what: 'words of a goal that were put in the place of others',
      tables: ['goal_revision'],
      sql: `update goal_revision set revision = 2, change_reason = 'Ingen sade det' where goal_id = (select min(id) from goal)`,
      finds: {
        'what was decided has every revision':
          /goal_revision 1: revision 1 is missing .*\ngoal_revision 1: the audit trail gives another reason or decision for revision 2, or none/,
      },
    },
    {
      what: 'a value that was changed after its approval',
      tables: ['observation'],
      sql: `update observation set value = 999 where period = '2025-Q3' and revision = 2`,
      finds: { 'approved entries and revisions match': /besok 0884 2025-Q3 revision 2: it does not say what its entry says/ },
    },
    {
      what: 'a record that is said to be earlier',
      tables: ['record'],
      sql: `update record set at = '2020-01-01' where seq = 3`,
      finds: {
        'order and time of recording agree': /record 3: recorded 2020-01-01/,
        'the audit trail is unbroken': /audit event 3: it sealed record 3 at place 3, .*; now that is record 3 at place 3, 2020-01-01/,
      },
    },
    {
      what: 'an observation that nothing brought',
      tables: ['observation'],
      sql: `insert into observation (series_id, period, period_end, revision, value, quality, provenance, source, publish_at, record_id)
            select series_id, '2018', 2018 * 12 + 12, 1, 1, 'final', 'exact', 'Ingen', now(), record_id from observation where period = '2024' limit 1`,
      finds: { 'approved entries and revisions match': /folkmangd 0884 2018 revision 1: it came neither of an entry nor of an import/ },
    },
    {
      what: 'an observation that names a run that never was, after its foreign key was taken away',
      tables: ['observation'],
      sql: `alter table observation drop constraint "FK_27d10b2e71be9000d29d781d59b";
            update observation set import_run_id = 77 where period = '2019'`,
      finds: {
        'import runs brought what they say':
          /import run 1: it says 7 new figures, but brought 6\nimport run 77: it does not exist, but 1 revisions came of it/,
        'nothing refers to what is not there':
          /observation\.import_run_id = 77: 1 rows refer to it, .*\nobservation\.import_run_id: the database no longer checks/,
      },
    },
    {
      what: 'a period that is stored at another place',
      tables: ['observation'],
      sql: `update observation set period_end = period_end + 1 where period = '2019'`,
      finds: { 'revision numbers are gapless': /folkmangd 0884 2019: it is stored at position 24241, but its period ends at 24240/ },
    },
    {
      what: 'an entry whose state was set by hand',
      tables: [],
      sql: `update entry set state = 'submitted' where period = '2025-Q4'`,
      finds: {
        'every entry came to its state by legal steps': /\(besok 0884 2025-Q4\): it stands as submitted, but its history ends as draft/,
      },
    },
    {
      what: 'an approval by the author',
      tables: ['entry_event'],
      sql: `update entry_event set account_id = (select id from account where username = 'rut') where action = 'approve' and version = 6`,
      finds: {
        'every entry came to its state by legal steps': /it was approved by one of its authors \(step 6\)/,
        'every change stands in the audit trail': /version 6: the audit trail says \["approve"/,
      },
    },
    {
      what: 'a step that was taken out',
      tables: ['entry_event'],
      sql: `delete from entry_event where version = 3`,
      finds: {
        'every entry came to its state by legal steps':
          /a step does not start where the one before it ended.*\n.*the step to version 3 is missing/,
        'every change stands in the audit trail': /version 3: the audit trail tells of it, but it is not there/,
        'every kept answer stands in the history': /version 3: it was acknowledged/,
      },
    },
    {
      what: 'an import run whose counts were changed',
      tables: ['import_run'],
      sql: `update import_run set added = 8, rows = 8 where id = 1`,
      finds: {
        'import runs brought what they say': /import run 1: it says 8 new figures, but brought 7/,
        'every change stands in the audit trail': /import run 1: the audit trail says/,
      },
    },
    {
      what: 'an audit event whose content was changed',
      tables: ['audit_event'],
      sql: `update audit_event set payload = replace(payload, '"SCB"', '"SCC"') where payload like '%"import.run"%' and payload like '%"added":7%'`,
      finds: {
        'the audit trail is unbroken': /audit event \d+: its hash is not that of its content/,
        'every change stands in the audit trail': /import run 1: the audit trail says/,
      },
    },
    {
      what: 'an audit event that was taken out',
      tables: ['audit_event'],
      sql: `delete from audit_event where record_id = (select max(record_id) from audit_event where payload like '%"account.create"%')`,
      finds: {
        'order and time of recording agree': /record \d+: no audit event seals it/,
        'the audit trail is unbroken': /audit event \d+: it is not chained to the event before it/,
        'rights are those that were granted': /account [0-9a-f-]+: no audit event tells of it/,
      },
    },
    {
      what: 'the last audit event, taken out',
      tables: ['audit_event'],
      sql: `delete from audit_event where record_id = (select max(record_id) from audit_event)`,
      finds: {
        'order and time of recording agree': /record \d+: no audit event seals it/,
        'every change stands in the audit trail': /entry [0-9a-f-]+ version 1: no audit event tells of it/,
      },
    },
    {
      what: 'an audit event that is chained but not canonical',
      tables: ['audit_event'],
      sql: `select seal('{ "a": 1 }')`,
      finds: { 'the audit trail is unbroken': /audit event \d+: its content is not canonical JSON/ },
    },
    {
      what: 'an answer that was given for what is not there',
      tables: [],
      sql: `update idempotency_key set answer = answer || '{"version": 9}' where key = (select key from idempotency_key order by key limit 1)`,
      finds: { 'every kept answer stands in the history': /version 9: it was acknowledged/ },
    },
    {
      what: 'an orphan behind a constraint that was dropped',
      tables: ['entry_event', 'entry_author'],
      sql: `do $$ declare c text; begin
              select conname into c from pg_constraint where conrelid = 'entry_author'::regclass and confrelid = 'account'::regclass;
              execute format('alter table entry_author drop constraint %I', c);
            end $$;
            insert into entry_author (entry_id, account_id, record_id)
            select id, '00000000-0000-4000-8000-000000000000', (select max(id) from record) from entry where period = '2025-Q4'`,
      finds: {
        'every entry came to its state by legal steps': /its list of authors is not that of those who saved it/,
        'nothing refers to what is not there':
          /entry_author\.account_id = 00000000-0000-4000-8000-000000000000: 1 rows refer to it.*\nentry_author\.account_id: the database no longer checks/,
      },
    },
    {
      what: 'a counter that was set back',
      tables: [],
      sql: `select setval(pg_get_serial_sequence('observation', 'id'), 3)`,
      finds: { 'counters stand past what they gave out': /observation\.id: its counter stands at 3/ },
    },
    {
      what: 'a guard that was switched off',
      tables: [],
      sql: `alter table target disable trigger refuse_change`,
      finds: {
        'history is guarded by the database':
          /^target: its trigger refuse_change is switched off\ntarget: a change was not refused\ntarget: a removal was not refused$/,
      },
    },
    {
      what: 'a guard that was dropped',
      tables: [],
      sql: `drop trigger refuse_after_seal on goal`,
      finds: { 'history is guarded by the database': /^goal: its trigger refuse_after_seal is missing$/ },
    },
    {
      what: 'a guard whose function lets everything pass',
      tables: [],
      sql: `create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$`,
      finds: { 'history is guarded by the database': /observation: a change was not refused/ },
    },
    {
      what: 'a right the app should not have',
      tables: [],
      sql: `grant update (value) on observation to slusen_app`,
      finds: { 'the app can only add to history': /^observation: slusen_app has the right UPDATE$/ },
    },
    {
      what: 'a reading that serves other values than were recorded',
      tables: [],
      sql: `do $$ begin
              execute replace(pg_get_functiondef('public_observation'::regproc), 'o.value,', '(o.value + 500)::numeric(21, 6),');
            end $$`,
      finds: {
        'served series are the recorded ones': /folkmangd 0884: 2019 revision 1: 16147 is served, 2019 revision 1: 15647 is recorded/,
        'served statuses are the recomputed ones': /goal fler-bor-har, folkmangd: on-track is shown, off-track is recomputed/,
      },
    },
  ];

  for (const { what, tables, sql, finds } of cases) {
    it(
      `finds ${what}, and nothing else`,
      async () => {
        await tamper(database.ownerUrl, tables, sql);
        const all = await found();
        expect(all.map(({ name }) => name).sort()).toEqual(Object.keys(finds).sort());
        for (const { name, faults } of all) expect(faults.join('\n')).toMatch(finds[name] ?? /^$/);
      },
      PATIENCE_MS,
    );
  }
});

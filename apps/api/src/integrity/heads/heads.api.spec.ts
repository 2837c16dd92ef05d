import type { INestApplicationContext } from '@nestjs/common';
import { testDatabase, type TestDatabase } from '@slusen/embedded-postgres/testing';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { AuditTrail } from '../../identity/audit-trail.js';
import { Transactions } from '../../platform/transactions.js';
import { migrateAndFill, openContext, PATIENCE_MS } from '../kept-world.fixtures.js';
import { plainSession } from '../backup/tables.js';
import { runCheck, type CheckResult } from '../verify/check.js';
import { headsCheck, type KnownHeads } from '../verify/heads.js';
import { HeadsLog } from './heads-log.js';
import { headsFile, LATEST_HEAD, noteHead, readHeads, type Head } from './head-lines.js';

const NOON = '2026-11-23T11:00:00.000Z';

describe('heads noted outside the database', () => {
  let database: TestDatabase;
  let folder: string;
  let client: pg.Client;
  beforeAll(async () => {
    database = await testDatabase({ migrate: migrateAndFill });
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
  }, PATIENCE_MS);
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slusen-heads-'));
    await client.query('begin');
    await plainSession(client);
  });
  afterEach(async () => {
    await client.query('rollback');
    await rm(folder, { recursive: true, force: true });
  });

  const head = async (): Promise<Head> => (await client.query<{ seq: number; hash: string }>(LATEST_HEAD)).rows[0]!;
  const checked = (expected?: KnownHeads['expected']): Promise<CheckResult> =>
    runCheck(headsCheck({ file: headsFile(folder), expected }), client);
  const faults = async (expected?: KnownHeads['expected']): Promise<string> =>
    (await checked(expected)).faults.map(({ where, what }) => `${where}: ${what}`).join('\n');
  const note = (line: Head, isRestored = false): Promise<void> => noteHead(headsFile(folder), { ...line, at: NOON, isRestored });
  const unguarded = async (sql: string): Promise<void> => {
    await client.query(
      'set constraints all deferred; alter table audit_event disable trigger user; alter table record disable trigger user',
    );
    await client.query(sql);
  };
  const CUT = `delete from audit_event where record_id = (select id from record where seq = (select max(seq) from record))`;
  const REWRITE = `
    do $$ declare event record; last bytea := decode(repeat('00', 32), 'hex'); begin
      for event in select a.* from audit_event a join record r on r.id = a.record_id order by r.seq loop
        update audit_event set payload = replace(payload, '"SCB"', '"SCC"'), previous_hash = last,
               hash = sha256(last || convert_to(event.sealed || E'\\n' || replace(event.payload, '"SCB"', '"SCC"'), 'UTF8'))
         where record_id = event.record_id returning hash into last;
      end loop;
    end $$`;

  it('are in the chain of an untouched database, and where it ends is told', async () => {
    const last = await head();
    await note({ ...last });
    const { faultCount, looked, notes } = await checked({ hash: last.hash, seq: last.seq });
    expect([faultCount, looked]).toEqual([0, 2]);
    expect(notes).toEqual([`the chain ends with ${last.seq}:${last.hash}; heads.log has 1, the last of event ${last.seq}`]);
  });

  const plants: readonly (readonly [what: string, sql: string, finds: RegExp])[] = [
    ['a tail that was cut off', CUT, /heads\.log line 1: event \d+ is not there: the end of the trail was cut off.* \(noted 2026/],
    ['a chain that was written anew from the first event on', REWRITE, /heads\.log line 1: event \d+ is another than was noted/],
  ];
  for (const [what, sql, finds] of plants) {
    it(`find ${what}, and so does a hash that somebody kept`, async () => {
      const last = await head();
      await note(last);
      await unguarded(sql);
      expect(await faults()).toMatch(finds);
      await rm(headsFile(folder));
      expect(await faults({ hash: last.hash, seq: undefined })).toMatch(/^hash [0-9a-f]{64}: the chain does not hold it/);
    });
  }

  it('tell when a kept hash stands at another place', async () => {
    const last = await head();
    expect(await faults({ hash: last.hash, seq: 3 })).toMatch(/^3 [0-9a-f]{64}: it stands at \d+ in the chain$/);
  });

  it('may have been shortened, which is told and no fault; so is no file at all', async () => {
    expect((await checked()).notes.join()).toMatch(/there is no heads\.log$/);
    const { rows } = await client.query<Head & { hash: string }>(
      `select r.seq, encode(a.hash, 'hex') as hash from record r join audit_event a on a.record_id = r.id where r.seq = 3`,
    );
    await note(rows[0]!);
    const { faultCount, notes } = await checked();
    expect(faultCount).toBe(0);
    expect(notes.join()).toMatch(/heads\.log has 1, the last of event 3$/);
  });

  it('are compared up to where a backup ends that was restored since', async () => {
    const last = await head();
    await note({ seq: 90, hash: 'a'.repeat(64) });
    await note(last, true);
    expect(await faults()).toBe('');
    await note({ seq: 5, hash: 'a'.repeat(64) });
    await note(last, true);
    expect(await faults()).toMatch(/^heads\.log line 3: event 5 is another than was noted/);
  });

  it('cannot be garbled unseen, except for a last line that a power cut tore', async () => {
    await note(await head());
    await appendFile(headsFile(folder), `${NOON} 17 abc`);
    expect(await faults()).toBe('');
    await writeFile(headsFile(folder), 'something else\n');
    expect(await faults()).toBe('heads.log line 1: it cannot be read');
  });

  describe('by the running program', () => {
    let app: INestApplicationContext;
    beforeEach(async () => (app = await openContext(database.appUrl, folder)), PATIENCE_MS);
    afterEach(() => app.close());
    const record = (work: () => Promise<void> = async () => {}) =>
      app.get(Transactions).run(async () => {
        await app.get(AuditTrail).record({ action: 'spec', subject: 'spec', by: null });
        await work();
      });
    const noted = async () => (await readHeads(headsFile(folder))) ?? [];

    it(
      'are noted within moments of the commit, once for many, and when it stops',
      async () => {
        for (let round = 0; round < 5; round++) await record();
        for (let waited = 0; waited < 100 && (await noted()).length === 0; waited++)
          await new Promise((resolve) => setTimeout(resolve, 100));
        expect((await noted()).map((line) => line?.hash)).toEqual([(await head()).hash]);
        await record();
        const last = await head();
        await app.close();
        expect((await noted()).map((line) => line?.seq)).toEqual([last.seq - 1, last.seq]);
        expect(await readFile(headsFile(folder), 'utf8')).toMatch(/^\S+Z \d+ [0-9a-f]{64}\n\S+Z \d+ [0-9a-f]{64}\n$/);
      },
      PATIENCE_MS,
    );

    it('are noted from its start on where nothing ever was, and no line is added where something was', async () => {
      const last = await head();
      await app.get(HeadsLog).begin();
      expect((await noted()).map((line) => line?.hash)).toEqual([last.hash]);
      await app.get(HeadsLog).begin();
      await app.close();
      expect(await noted()).toHaveSize(1);
      await writeFile(headsFile(folder), '');
      app = await openContext(database.appUrl, folder);
      await app.get(HeadsLog).begin();
      expect(await noted()).toEqual([]);
    });

    it('stop nothing when the disk refuses them', async () => {
      const file = join(folder, 'no-folder');
      await writeFile(file, '');
      const other = await openContext(database.appUrl, file);
      const sealed = other.get(Transactions).run(() => other.get(AuditTrail).record({ action: 'spec', subject: 'spec', by: null }));
      expect((await sealed).seq).toBe((await head()).seq);
      await other.close();
      expect(await readFile(file, 'utf8')).toBe('');
    });

    for (const [how, wait] of [
      ['', 0],
      [', however long that takes', 1500],
    ] as const) {
      it(
        `are not noted for what was undone${how}`,
        async () => {
          const before = await head();
          const undone = record(async () => {
            await new Promise((resolve) => setTimeout(resolve, wait));
            throw new Error('stopped');
          });
          await expectAsync(undone).toBeRejectedWithError('stopped');
          await app.close();
          expect(new Set((await noted()).map((line) => line?.seq))).toEqual(new Set([before.seq]));
        },
        PATIENCE_MS,
      );
    }
  });
});

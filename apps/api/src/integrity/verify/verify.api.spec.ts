import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actingNow } from '../../identity/acting.js';
import { ImportFigures } from '../../imports/import-figures.js';
import { STRICTLY } from '../../imports/import-order.js';
import { Moments } from '../../platform/moments.js';
import { figureFile } from '../kept-strategy.fixtures.js';
import { accountOf, PATIENCE_MS, tamper } from '../kept-world.fixtures.js';
import { verifiedWorld } from './verified-world.fixtures.js';

describe('verify', () => {
  const world = verifiedWorld();

  it(
    'finds nothing in what was made by legal steps, and looked at all of it',
    async () => {
      const all = await world.results();
      expect(all.flatMap(({ name, faults }) => faults.map((fault) => ({ name, ...fault })))).toEqual([]);
      const looked = Object.fromEntries(all.map(({ name, looked }) => [name, looked]));
      expect(looked['revision numbers are gapless']).toBe(10);
      expect(looked['every entry came to its state by legal steps']).toBe(10);
      expect(looked['import runs brought what they say']).toBe(2);
      expect(looked['every change stands in the audit trail']).toBe(10 + 2);
      expect(looked['rights are those that were granted']).toBe(5);
      expect(looked['what is hidden is what was decided to be hidden']).toBe(4);
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
        world.database.ownerUrl,
        [],
        `with last as (select r.seq, a.hash from record r join audit_event a on a.record_id = r.id order by r.seq desc limit 1),
              ahead as (insert into record select nextval('record_id_seq'), seq + 1, date_trunc('milliseconds', now()) + interval '1 hour' from last returning *),
              said as (select id, '{"action":"spec.clock"}' as payload, format('{"at":"%s","form":1,"record":%s,"rows":{},"seq":%s}',
                         to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), id, seq) as sealed from ahead)
         insert into audit_event (record_id, payload, sealed, previous_hash, hash)
         select id, payload, sealed, hash, sha256(hash || convert_to(sealed || E'\n' || payload, 'UTF8')) from said, last`,
      );
      const folder = await mkdtemp(join(tmpdir(), 'slusen-clock-'));
      const all = await world.results();
      const approver = actingNow(await accountOf(world.app, 'gunnel'), world.app.get(Moments));
      await world.app
        .get(ImportFigures)
        .import(approver, { source: 'SCB', ...STRICTLY, path: await figureFile(folder, [['2018', 15600]]) });
      await rm(folder, { recursive: true });
      const after = await world.results();
      for (const { name, faults } of [...all, ...after]) expect(faults).withContext(name).toEqual([]);
      expect(after.find(({ name }) => name === 'revision numbers are gapless')?.looked).toBe(11);
    },
    PATIENCE_MS,
  );
});

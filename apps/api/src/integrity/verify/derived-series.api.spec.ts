import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actingNow } from '../../identity/acting.js';
import { ImportFigures } from '../../imports/import-figures.js';
import { STRICTLY } from '../../imports/import-order.js';
import { Moments } from '../../platform/moments.js';
import { accountOf, PATIENCE_MS, tamper } from '../kept-world.fixtures.js';
import { verifiedWorld } from './verified-world.fixtures.js';

const CHECK = 'served derived series follow from their parts';

describe('verify of what is computed', () => {
  const world = verifiedWorld();

  const check = async () => {
    const found = (await world.results()).find(({ name }) => name === CHECK);
    return { looked: found?.looked, faults: found?.faults.map(({ where, what }) => `${where}: ${what}`) };
  };

  it(
    'looks at every figure of it, and finds one that somebody put in its place',
    async () => {
      expect(await check()).toEqual({ looked: 1, faults: [] });
      const folder = await mkdtemp(join(tmpdir(), 'slusen-derived-'));
      const path = join(folder, 'orten.csv');
      await writeFile(
        path,
        'municipality_code,municipality,indicator,period,value,unit,source\n0884,Vimmerby,i-orten,2024,769.2,invånare,SCB\n0884,Vimmerby,i-orten,2025,766,invånare,SCB\n',
      );
      const approver = actingNow(await accountOf(world.app, 'gunnel'), world.app.get(Moments));
      await world.app.get(ImportFigures).import(approver, { source: 'SCB', ...STRICTLY, accept: new Set(['decimals'] as const), path });
      await rm(folder, { recursive: true });
      expect(await check()).toEqual({ looked: 3, faults: [] });
      await tamper(
        world.database.ownerUrl,
        ['series_head', 'observation'],
        `with made as (insert into series_head (indicator_id, territory_id, record_id)
                       select i.id, t.id, i.record_id from indicator i, territory t where i.slug = 'andel-i-orten' and t.code = '0884' returning id, record_id)
         insert into observation (series_id, period, period_end, revision, value, quality, provenance, source, publish_at, record_id)
         select id, '2025', 2025 * 12 + 12, 1, 99, 'final', 'exact', 'Ingen', now(), record_id from made`,
      );
      const { faults } = await check();
      expect(faults).toEqual(['andel-i-orten: it is computed, but 1 figures are recorded as its own']);
    },
    PATIENCE_MS,
  );
});

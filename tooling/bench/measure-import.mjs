/** (e) An import, the whole command from start to end, against a hand-written program that does the same. */
import { withClient } from './databases.mjs';
import { APPROVER, importByHand } from './world.mjs';
import { runCommand } from './processes.mjs';
import { alternate, compared } from './rounds.mjs';

/** What both leave is counted here; the newest run is the only one, since every import is into a fresh copy. */
export const LEFT = `
  select (select count(*)::int from observation) as rows, (select count(*)::int from series_head) as series,
         (select md5(string_agg(concat_ws(' ', h.indicator_id, h.territory_id, o.period, o.period_end, o.revision, o.value, o.quality, o.provenance, o.source), ',' order by h.indicator_id, h.territory_id, o.period))
            from observation o join series_head h on h.id = o.series_id where h.territory_id % 29 = 1) as sample`;

/**
 * A file of a tenth of the history in turn, each time into a fresh copy of the strategy's database, and the whole history once on each side
 * (`isWhole`; without it the tenth says all). Gives for both sizes `compared()` in rows a second, the rows and the peak memory of both.
 */
export async function measureImport({ world, importRounds, wholeRounds }) {
  const size = (share, rounds) => measureSize({ world, share, rounds });
  return { tenth: await size('tenth', importRounds), ...(wholeRounds > 0 && { large: await size('large', wholeRounds) }) };
}

async function measureSize({ world, share, rounds }) {
  const { path, rows } = await world.file(share);
  let made = 0;
  const left = {};
  const side = (name, run) => async () => {
    const database = `bench_import_${share}_${name}_${++made}`;
    const urls = await world.copy(database);
    const { took, peakMemory } = await run({ path, urls, env: await world.environment(database) });
    left[name] = await withClient(urls.owner, async (client) => (await client.query(LEFT)).rows[0]);
    await world.drop(database);
    return { perSecond: (rows / took) * 1000, peakMemory, took };
  };
  const sides = {
    app: side('app', ({ env }) =>
      runCommand(world.built('commands/import.mjs'), [path, '--source', 'Mätfil', '--approved-by', APPROVER], { env }),
    ),
    hand: side('hand', ({ urls }) => importByHand(path, urls)),
  };
  const result = compared(await alternate({ rounds, sides, isCold: true }));
  const [app, hand] = [JSON.stringify(left.app), JSON.stringify(left.hand)];
  if (app !== hand || left.app.rows !== rows) throw new Error(`The sides left other figures of ${rows} rows: ${app} and ${hand}`);
  return { ...result, rows };
}

/** (g) Officials who save and a public that reads while a large file is imported by the command. */
import { setTimeout as sleep } from 'node:timers/promises';
import { slugOf } from './generated-strategy.mjs';
import { startHelper, runCommand } from './processes.mjs';
import { APPROVER, signInAs } from './world.mjs';

export const OFFICIALS = 20;
const WARM_UP_MS = 2000;

/**
 * Imports the whole history where a tenth is already, beside twenty officials who each save a draft every half second and four readers of
 * public pages and series. Gives what people met while nothing was imported (`quiet`) and during the import (`beside`), each
 * `{ saves, slowestSave, refused, reads, p99 }`, with the rows, milliseconds and peak memory of the import.
 */
export async function measureImportBesidePeople({ world, quietSeconds }) {
  const app = await world.running('tenth');
  const file = await world.file('large');
  const officials = [];
  for (let at = 0; at < OFFICIALS; at++) officials.push(await signInAs(app.url, 'reporter'));
  const series = `/api/indicators/${slugOf(0)}/series?territory=${world.territory}`;
  const order = {
    url: app.url,
    officials,
    indicator: slugOf(2),
    period: `${world.year}-Q1`,
    reads: ['/', `/indikator/${slugOf(0)}`, series, '/mal/mal-1'],
  };
  const people = await startHelper('people-process.mjs', order);
  try {
    await sleep(WARM_UP_MS);
    await people.ask('report');
    await sleep(quietSeconds * 1000);
    const quiet = await people.ask('report');
    const orders = [file.path, '--source', 'Mätfil', '--approved-by', APPROVER];
    const { took, peakMemory } = await runCommand(world.built('commands/import.mjs'), orders, {
      env: await world.environment('bench_tenth'),
    });
    return { quiet, beside: await people.ask('report'), rows: file.rows, took, peakMemory };
  } finally {
    await people.stop();
  }
}

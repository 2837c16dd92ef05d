import type { StrategyFile } from '@slusen/contracts';
import type { IsoDate } from '@slusen/domain';
import { stringify } from 'csv-stringify/sync';
import { writeFile } from 'node:fs/promises';
import { EXAMPLE_COLUMNS, exampleSeries } from './example-series.js';

/** Writes the invented series as an import file, so that they come in the way everyone's figures do. Returns its path. */
export async function writeExampleFile(path: string, strategy: StrategyFile, today: IsoDate): Promise<string> {
  await writeFile(path, stringify([...exampleSeries(strategy, today)], { header: true, columns: [...EXAMPLE_COLUMNS] }));
  return path;
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strategyFile, type StrategyFile } from '@slusen/contracts';

/** What the demonstration is made of besides its accounts and invented series. */
export interface DemoContent {
  readonly strategy: StrategyFile;
  /** Paths of the series as import files (CSV, UTF-8), in the order they are to be imported. */
  readonly seriesFiles: readonly string[];
}

/** Reads the demonstration from the folder that holds `vimmerby.strategy.json` and `series/`; throws when it is not valid. */
export async function readDemoContent(folder: string): Promise<DemoContent> {
  const text = await readFile(join(folder, 'vimmerby.strategy.json'), 'utf8');
  const names = (await readdir(join(folder, 'series'))).filter((name) => name.endsWith('.csv')).sort();
  return {
    strategy: strategyFile.parse(JSON.parse(text)),
    seriesFiles: names.map((name) => join(folder, 'series', name)),
  };
}

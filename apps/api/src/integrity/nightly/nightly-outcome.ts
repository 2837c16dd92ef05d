import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const part = z.enum(['ok', 'failed']);
const nightlyOutcome = z.object({ at: z.iso.datetime(), backup: part, verify: part });

/** How the latest night's copy and check went. */
export type NightlyOutcome = z.output<typeof nightlyOutcome>;

/** Where it is noted: a restart forgets nothing, and a night that failed is told of until one goes well. */
export const nightlyFile = (dataDir: string): string => join(dataDir, 'nightly.json');

/** Puts the outcome in the place of the one before, whole or not at all. */
export async function noteNightly(file: string, outcome: NightlyOutcome): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o711 });
  await writeFile(`${file}.next`, `${JSON.stringify(outcome)}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.next`, file);
}

/** The latest outcome; undefined when there is none that can be read. */
export async function readNightly(file: string): Promise<NightlyOutcome | undefined> {
  try {
    return nightlyOutcome.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

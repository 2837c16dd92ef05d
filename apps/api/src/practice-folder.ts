import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { ConfigError, type Config } from './config.js';

const MARK = 'practice-copy.json';

/** What is known of a practice copy: when it was filled, and with what. */
const practiceMark = z.object({ filledAt: z.iso.datetime().nullable(), from: z.enum(['copy', 'demonstration']) });

export type PracticeMark = z.output<typeof practiceMark>;

/** What stands in a folder of a practice copy; undefined where it is none. */
export async function readPracticeMark(folder: string): Promise<PracticeMark | undefined> {
  try {
    const { data } = practiceMark.safeParse(JSON.parse(await readFile(join(folder, MARK), 'utf8')));
    return data ?? { filledAt: null, from: 'copy' };
  } catch (error) {
    if (error instanceof SyntaxError) return { filledAt: null, from: 'copy' };
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Says that the folder is a practice copy's; whole on the disk before anything else is done there. */
export async function writePracticeMark(folder: string, mark: PracticeMark): Promise<void> {
  const path = join(folder, MARK);
  const file = await open(`${path}.new`, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(mark)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

/**
 * Throws ConfigError where the real program is to work on a practice copy, or a practice copy on a folder that is none or is not filled: each
 * would be taken for the other.
 */
export async function requireOwnFolder({ isPractice, dataDir }: Pick<Config, 'isPractice' | 'dataDir'>): Promise<void> {
  const mark = await readPracticeMark(dataDir);
  if (!isPractice && mark) throw new ConfigError(`DATA_DIR is set to "${dataDir}", which is a practice copy; npm run practice starts it.`);
  if (isPractice && !mark?.filledAt) throw new ConfigError(`There is no practice copy in ${dataDir}; npm run practice makes it.`);
}

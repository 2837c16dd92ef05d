import { mkdir, readdir, realpath } from 'node:fs/promises';
import type { Config } from '../../config.js';
import { readPracticeMark } from '../../practice-folder.js';
import { isWithin } from '../../practice-settings.js';
import { CommandError } from '../console/sentences.js';

/** Makes the folder of a practice copy; throws CommandError where it leads to the real one, or holds anything but a practice copy. */
export async function requirePracticePlace({ dataDir, backup, practice: { folder } }: Config): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const place = await realpath(folder);
  for (const real of [dataDir, backup.folder]) {
    const path = await realpath(real).catch(() => real);
    if (isWithin(path, place)) throw new CommandError(`PRACTICE_DIR leads to ${path}, which is the real one's; name another folder.`);
  }
  if ((await readdir(place)).length > 0 && !(await readPracticeMark(place)))
    throw new CommandError(`PRACTICE_DIR is ${folder}, which holds something else than a practice copy; name an empty folder.`);
}

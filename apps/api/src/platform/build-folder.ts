import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The folder that all builds go to (`dist`); compiled files lie in different depths of it. */
function distFolder(folder: string = import.meta.dirname): string {
  if (basename(folder) === 'dist') return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The program must run from its build folder, dist');
  return distFolder(parent);
}

/** A path inside the build folder: `inBuild('dashboard', 'server')`. */
export const inBuild = (...path: string[]): string => join(distFolder(), ...path);

/** A file of the very build that this code is part of, in whatever depth the code lies: a program that runs beside it. */
export function besideThisCode(...path: string[]): string {
  const found = besides(import.meta.dirname, path);
  if (found === undefined) throw new Error(`${path.join('/')} is not part of this build`);
  return found;
}

function besides(folder: string, path: readonly string[]): string | undefined {
  const file = join(folder, ...path);
  if (existsSync(file)) return file;
  return dirname(folder) === folder ? undefined : besides(dirname(folder), path);
}

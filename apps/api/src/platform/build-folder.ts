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

import type { Hash } from 'node:crypto';
import type { Cube } from './cube.js';
import { openPx } from './px/px.js';

/** Opens a file whose values are a cube; `digest` takes its bytes. Throws ImportFault for one that is not whole. */
export async function openCube(kind: 'px' | 'json-stat', path: string, digest: Hash): Promise<Cube> {
  if (kind === 'px') return openPx(path, digest);
  // Its schema is much for a thread that reads another kind.
  const { openJsonStat } = await import('./json-stat/json-stat.js');
  return openJsonStat(path, digest);
}

import type { NotedDisposal } from '../../disposal/disposal-log.js';
import { disposalsIn, undone } from '../../integrity/backup/undone-disposals.js';
import type { Terminal } from './terminal.js';

/** Tells what was removed by a decision after what was read in was written: it is there again, so it is to be removed again. */
export async function reportUndone(known: readonly NotedDisposal[], ownerUrl: string, terminal: Terminal): Promise<void> {
  const disposals = undone(known, await disposalsIn(ownerUrl));
  if (disposals.length === 0) return;
  terminal.complain(
    'Data were removed by decisions after this was written, and are there again. Do it again (/administration/gallring, or on the page of the person):',
  );
  for (const { at, kind, decision, about } of disposals) terminal.complain(`  ${at}  ${kind}: ${about} (${decision})`);
}

import type { DatabaseFunction } from './disposal-functions.js';
import { DISPOSALS } from './disposal-removals.js';

/** A disposal that takes the files of discarded drafts before the drafts. */
export function withFiles({ signature, body }: DatabaseFunction): DatabaseFunction {
  const [drafts, files] = ['delete from entry where', 'delete from entry_attachment where entry_id = any (gone);'];
  return { signature, body: body.replace(drafts, `${files}\n      ${drafts}`) };
}

/** What a disposal of working material takes since entries may rest on files. */
export const WITH_FILES: readonly DatabaseFunction[] = DISPOSALS.filter(({ signature }) =>
  signature.startsWith('dispose_working_material('),
).map(withFiles);

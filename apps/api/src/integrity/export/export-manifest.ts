import * as z from 'zod';
import { BackupError, manifest } from '../backup/manifest.js';

/** Name of the manifest in the folder. */
export const MANIFEST_FILE = 'manifest.json';
export const README_FILE = 'README.txt';
/** Names and addresses of people, where they come along: in a file of their own. */
export const PEOPLE = 'people';

/** What a folder says of itself: as a backup's, with files of comma separated values (RFC 4180) instead of an archive. */
export const exportManifest = manifest.extend({
  kind: z.literal('export'),
  /** The rules of status and chance that the program had. */
  ruleVersion: z.string(),
  withPeople: z.boolean(),
  /** The end of the chain; null while nothing is recorded. */
  head: z.object({ seq: z.int(), hash: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
});
export type ExportManifest = z.output<typeof exportManifest>;

/** Reads a manifest. Throws BackupError with one sentence when it is not ours, of another format, or damaged. */
export function readExportManifest(text: string): ExportManifest {
  const content = parsed(text);
  if (content?.['product'] !== 'slusen' || content['kind'] !== 'export')
    throw new BackupError(`The folder is not an export of this program: ${MANIFEST_FILE} says something else.`);
  if (content['format'] !== 1)
    throw new BackupError(`The export has the format ${String(content['format']).slice(0, 20)}, which this program does not read.`);
  const read = exportManifest.safeParse(content);
  if (!read.success) throw new BackupError(`The export is damaged: ${MANIFEST_FILE} is not complete.`);
  return read.data;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : undefined;
  } catch {
    throw new BackupError(`The folder is not an export of this program: ${MANIFEST_FILE} is no JSON.`);
  }
}

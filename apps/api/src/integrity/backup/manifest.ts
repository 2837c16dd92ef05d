import * as z from 'zod';

/** The format this program writes; it reads this one and older. */
export const FORMAT = 1;
/** Name of the manifest inside the archive; it comes first. */
export const MANIFEST_FILE = 'manifest.json';

const count = z.int().min(0);

/** What the archive says of itself, before its tables. */
export const manifest = z.object({
  format: z.literal(FORMAT),
  product: z.literal('slusen'),
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** Names of the migrations that made the tables, in their order. */
  migrations: z.array(z.string()).min(1),
  /** In the order they are restored: what is referred to first. */
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z][a-z0-9_]*$/),
      columns: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/)).min(1),
      rows: count,
      bytes: count,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  sequences: z.array(
    z.object({ name: z.string().regex(/^[a-z][a-z0-9_]*$/), last: z.string().regex(/^\d{1,19}$/), isCalled: z.boolean() }),
  ),
});
export type Manifest = z.output<typeof manifest>;
export type TableEntry = Manifest['tables'][number];

/** A backup that cannot be made or restored; the message is one sentence for whoever asked. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Reads a manifest; throws BackupError with one sentence when it is not ours, newer, or damaged. */
export function readManifest(text: string): Manifest {
  const content = parsed(text);
  const { product, format } = (typeof content === 'object' && content !== null ? content : {}) as { product?: unknown; format?: unknown };
  if (product !== 'slusen') throw new BackupError('The file is not a backup made by this program.');
  if (typeof format === 'number' && format > FORMAT) {
    throw new BackupError(`The backup has format ${format}, which only a newer version of this program can read.`);
  }
  const read = manifest.safeParse(content);
  if (!read.success) throw new BackupError('The backup is damaged: its list of contents is not complete.');
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BackupError('The file is not a backup made by this program.');
  }
}

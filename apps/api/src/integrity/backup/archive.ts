import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { extract, type Extract } from 'tar-stream';
import { BackupError, MANIFEST_FILE, readManifest, type Manifest } from './manifest.js';

/** An open archive: what it says of itself, and its tables in that order, each to be read before the next is asked for. */
export interface Archive {
  readonly manifest: Manifest;
  /** The next table's rows; throws BackupError when another is there, or none. */
  next(name: string): Promise<Readable>;
  /** Throws BackupError when the archive does not end here, or ends badly. */
  end(): Promise<void>;
  close(): void;
}

const LONGEST_MANIFEST = 1_000_000;

/** Opens a backup and reads its manifest. Throws BackupError with one sentence when that cannot be done. */
export async function openArchive(path: string): Promise<Archive> {
  const file = await open(path, 'r').catch((error: { code?: string }) => {
    throw new BackupError(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `The file ${path} cannot be read (${error.code ?? 'unknown reason'}).`,
    );
  });
  await file.close();
  const source = createReadStream(path);
  const unpacked = extract();
  const gunzip = createGunzip();
  const fail = (error: Error): void => void unpacked.destroy(error);
  source.on('error', fail);
  gunzip.on('error', fail);
  source.pipe(gunzip).pipe(unpacked);
  const close = (): void => {
    for (const stream of [source, gunzip, unpacked]) stream.destroy();
  };
  const entries = unpacked[Symbol.asyncIterator]();
  try {
    return { manifest: await firstManifest(entries), next: (name) => nextTable(entries, name), end: () => expectEnd(entries), close };
  } catch (error) {
    close();
    throw error;
  }
}

type Entry = Extract extends AsyncIterable<infer One> ? One : never;
type Entries = AsyncIterator<Entry>;

async function firstManifest(entries: Entries): Promise<Manifest> {
  const first = await taken(entries, 'The file is not a backup made by this program.');
  if (first?.header.name !== MANIFEST_FILE || first.header.size > LONGEST_MANIFEST)
    throw new BackupError('The file is not a backup made by this program.');
  return readManifest(await text(Readable.from(first)));
}

async function nextTable(entries: Entries, name: string): Promise<Readable> {
  const entry = await taken(entries, 'The backup is damaged: it ends before its last table.');
  if (entry?.header.name !== `${name}.copy`) throw new BackupError(`The backup is damaged: the table ${name} is missing.`);
  return Readable.from(entry);
}

async function expectEnd(entries: Entries): Promise<void> {
  if (await taken(entries, 'The backup is damaged: it does not end as it should.'))
    throw new BackupError('The backup is damaged: it holds more than it says.');
}

async function taken(entries: Entries, sentence: string): Promise<Entry | undefined> {
  try {
    const { done, value } = await entries.next();
    return done ? undefined : value;
  } catch (error) {
    throw new BackupError(sentence, { cause: error });
  }
}

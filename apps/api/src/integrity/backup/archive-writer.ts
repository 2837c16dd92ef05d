import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Header, type Pack } from 'tar-stream';

/** Writes a compressed archive, flushed to the disk; readable by its owner only. */
export async function writeArchive(path: string, fill: (archive: Pack) => Promise<void>): Promise<void> {
  const archive = pack();
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const written = pipeline(archive as unknown as NodeJS.ReadableStream, createGzip(), file);
  const filled = fill(archive).then(
    () => archive.finalize(),
    (error: unknown) => archive.destroy(error as Error),
  );
  await Promise.all([written, filled]);
}

/** Passes a file on into an archive; its size is known before. */
export function addFile(archive: Pack, path: string, header: Partial<Header> & Pick<Header, 'name' | 'size'>): Promise<void> {
  return pipeline(createReadStream(path), archive.entry(header) as unknown as NodeJS.WritableStream);
}

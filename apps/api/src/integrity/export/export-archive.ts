import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Pack } from 'tar-stream';
import { addFile, writeArchive } from '../backup/archive-writer.js';
import { MANIFEST_FILE, README_FILE, type ExportManifest } from './export-manifest.js';
import { writeExport, type ExportOrder } from './write-export.js';

/** What is exported into one file, and what the folder in it is called. */
interface ExportArchiveOrder extends Omit<ExportOrder, 'folder'> {
  readonly path: string;
  readonly folderName: string;
}

/** Writes the folder of `writeExport` into one compressed archive; the file appears whole or not at all. Throws BackupError. */
export async function writeExportArchive({ path, folderName, ...order }: ExportArchiveOrder): Promise<ExportManifest> {
  await mkdir(dirname(path), { recursive: true });
  const work = await mkdtemp(join(dirname(path), `.${basename(path)}-`));
  try {
    const folder = join(work, folderName);
    const contents = await writeExport({ ...order, folder });
    const unfinished = join(work, 'archive');
    await writeArchive(unfinished, (archive) => fill(archive, { folder, folderName, contents }));
    await rename(unfinished, path);
    return contents;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

interface Filling {
  readonly folder: string;
  readonly folderName: string;
  readonly contents: ExportManifest;
}

async function fill(archive: Pack, { folder, folderName, contents }: Filling): Promise<void> {
  const mtime = new Date(contents.madeAt);
  for (const file of [README_FILE, MANIFEST_FILE, ...contents.tables.map(({ name }) => `${name}.csv`)]) {
    const { size } = await stat(join(folder, file));
    await addFile(archive, join(folder, file), { name: `${folderName}/${file}`, size, mtime });
  }
}

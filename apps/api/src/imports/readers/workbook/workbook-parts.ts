import { buffer } from 'node:stream/consumers';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { ImportFault } from '../../import-fault.js';
import { otherKind } from '../file-kind.js';
import { brokenWorkbook, unsafeWorkbook } from './workbook-fault.js';

/** A workbook of a hundred sheets with charts has a thousand parts; one of figures has a dozen. */
const MOST_PARTS = 2000;
/** Bytes of all parts together once they are unpacked, as the archive declares them; none can be longer than it says. */
const MOST_UNPACKED = 256 * 1024 * 1024;
/** Bytes of one part that is read: a sheet of 100,000 rows with eight columns has some 35 million. */
const LONGEST_PART = 64 * 1024 * 1024;
/** Sheets with long runs of the same are packed to a fiftieth; a zip bomb is packed to a thousandth. */
const TIGHTEST = 200;
const SMALL = 1024 * 1024;

/**
 * The parts of a packed workbook, walked and found to be safe before anything is unpacked. Throws ImportFault for what is no workbook, is
 * locked, carries macros, or would unpack into more than it seems.
 */
export class WorkbookParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string): Promise<WorkbookParts> {
    const zip = await orBroken(() =>
      openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true, strictFileNames: true }),
    );
    try {
      if (zip.entryCount > MOST_PARTS) throw unsafeWorkbook('parts', { parts: zip.entryCount, most: MOST_PARTS });
      const entries = await orBroken(() => walk(zip));
      requireWorkbook(entries);
      return new WorkbookParts(zip, entries);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The bytes of a part; nothing where there is none of that name. */
  async read(name: string): Promise<Buffer | undefined> {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    if (entry.uncompressedSize > LONGEST_PART)
      throw unsafeWorkbook('size', { part: name, bytes: entry.uncompressedSize, most: LONGEST_PART });
    return orBroken(async () => buffer(await this.zip.openReadStreamPromise(entry)));
  }

  close(): void {
    this.zip.close();
  }
}

async function walk(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const { fileName: name, uncompressedSize, compressedSize } = entry;
    if (entry.isEncrypted()) throw otherKind('locked-workbook');
    if (entries.has(name)) throw unsafeWorkbook('twice', { part: name });
    unpacked += uncompressedSize;
    if (unpacked > MOST_UNPACKED) throw unsafeWorkbook('size', { bytes: unpacked, most: MOST_UNPACKED });
    if (uncompressedSize > SMALL && uncompressedSize > TIGHTEST * compressedSize)
      throw unsafeWorkbook('bomb', { part: name, packed: compressedSize, unpacked: uncompressedSize });
    entries.set(name, entry);
  }
  return entries;
}

/** What packed files hold that are no ordinary workbook. */
function requireWorkbook(entries: ReadonlyMap<string, Entry>): void {
  const has = (pattern: RegExp): boolean => [...entries.keys()].some((name) => pattern.test(name));
  if (has(/(^|\/)vbaProject\.bin$/i)) throw otherKind('macro-workbook');
  if (entries.has('xl/workbook.xml')) return;
  if (has(/^xl\/workbook\.bin$/i)) throw otherKind('binary-workbook');
  if (has(/^word\//i)) throw otherKind('word');
  if (has(/^ppt\//i)) throw otherKind('presentation');
  if (has(/^xl\//i)) throw brokenWorkbook('xl/workbook.xml is missing');
  throw otherKind(entries.has('mimetype') && entries.has('content.xml') ? 'opendocument' : 'packed');
}

/** What is wrong with the archive itself is the file's fault, not the program's. */
async function orBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportFault || (error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (/invalid (characters in|relative|absolute)|absolute path|relative path/.test(reason)) throw unsafeWorkbook('path', {});
    throw brokenWorkbook(reason);
  }
}

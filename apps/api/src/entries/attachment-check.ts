import { DomainError, type AttachmentType } from '@slusen/domain';
import { fileTypeFromBuffer } from 'file-type';
import { fromBufferPromise, type Entry } from 'yauzl';

/** How a file of each kind may end its name, and what shows that it is whole and nothing else besides. */
const KINDS: Readonly<Record<AttachmentType, { readonly names: RegExp; readonly isWhole: (content: Buffer) => boolean }>> = {
  'application/pdf': { names: /\.pdf$/i, isWhole: (content) => content.subarray(-1024).includes('%%EOF') && !isArchive(content) },
  'image/png': { names: /\.png$/i, isWhole: (content) => isPicture(content) && content.length === endOfPng(content) },
  'image/jpeg': { names: /\.jpe?g$/i, isWhole: (content) => isPicture(content) && content.subarray(-2).equals(END_OF_JPEG) },
  'image/webp': { names: /\.webp$/i, isWhole: (content) => isPicture(content) && content.length === content.readUInt32LE(4) + 8 },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { names: /\.xlsx$/i, isWhole: () => true },
};
const END_OF_JPEG = Buffer.from('ffd9', 'hex');
const END_OF_ARCHIVE = Buffer.from('504b0506', 'hex');
/** The end of an archive is so long, with a comment of at most so many bytes more. */
const [ARCHIVE_END_BYTES, LONGEST_COMMENT] = [22, 65_535];
/** A workbook with a sheet a day for years has some thousands. */
const MOST_PARTS = 10_000;

/**
 * Which kind of file it is, by its bytes; its name must say the same. Throws `attachment.unknown-kind`, `attachment.other-name`,
 * `attachment.not-whole` (cut off, or another file besides: a picture that is an archive too) and `attachment.active`.
 */
export async function attachmentType(content: Buffer, name: string): Promise<AttachmentType> {
  const found = await fileTypeFromBuffer(content);
  if (!found || !isKnown(found.mime)) throw new DomainError('attachment.unknown-kind', { found: found?.ext ?? '' });
  const { names, isWhole } = KINDS[found.mime];
  if (!names.test(name)) throw new DomainError('attachment.other-name', { found: found.ext });
  if (!isWhole(content)) throw new DomainError('attachment.not-whole');
  if (found.ext === 'xlsx') await requirePlainWorkbook(content);
  return found.mime;
}

const isKnown = (mime: string): mime is AttachmentType => Object.hasOwn(KINDS, mime);

/** Nothing that another reader takes for a document or an archive. */
const isPicture = (content: Buffer): boolean => !content.includes('%PDF-') && !isArchive(content);

/** Whether a reader of archives, which begins at the end, would find one. */
function isArchive(content: Buffer): boolean {
  const from = Math.max(0, content.length - ARCHIVE_END_BYTES - LONGEST_COMMENT);
  for (let at = content.indexOf(END_OF_ARCHIVE, from); at >= 0; at = content.indexOf(END_OF_ARCHIVE, at + 1))
    if (at + ARCHIVE_END_BYTES <= content.length && at + ARCHIVE_END_BYTES + content.readUInt16LE(at + 20) >= content.length) return true;
  return false;
}

/** Where the last part of a PNG ends; −1 where there is none. */
function endOfPng(content: Buffer): number {
  for (let at = 8; at + 12 <= content.length;) {
    const end = at + 12 + content.readUInt32BE(at);
    if (content.toString('latin1', at + 4, at + 8) === 'IEND') return end;
    at = end;
  }
  return -1;
}

/** Only looked through, never unpacked: no macros, nothing locked, and a workbook at all. */
async function requirePlainWorkbook(content: Buffer): Promise<void> {
  const parts = await partsOf(content);
  if (parts.some(({ fileName }) => /vbaProject\.bin$/i.test(fileName))) throw new DomainError('attachment.active');
  const isLocked = parts.some(({ generalPurposeBitFlag }) => (generalPurposeBitFlag & 1) === 1);
  if (isLocked || !parts.some(({ fileName }) => fileName === 'xl/workbook.xml')) throw new DomainError('attachment.not-whole');
}

async function partsOf(content: Buffer): Promise<Entry[]> {
  const parts: Entry[] = [];
  try {
    const archive = await fromBufferPromise(content);
    if (archive.entryCount > MOST_PARTS) throw new DomainError('attachment.not-whole');
    for await (const part of archive.eachEntry()) parts.push(part);
  } catch {
    throw new DomainError('attachment.not-whole');
  }
  return parts;
}

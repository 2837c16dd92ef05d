import type { FigureFileKind, OtherFileKind } from '@slusen/domain';
import { open, type FileHandle } from 'node:fs/promises';
import { ImportFault } from '../import-fault.js';

/** What files begin with that hold no table, by what people know them as. */
const MARKS: readonly (readonly [kind: OtherFileKind, ...marks: string[]])[] = [
  ['pdf', '%PDF'],
  ['picture', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\x00', 'MM\x00*'],
  ['packed', '\x1f\x8b', '7z\xbc\xaf', 'Rar!', 'BZh91AY', '\xfd7zXZ'],
  ['word', '{\\rtf'],
];
const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
/** The container of older office files, and of newer ones that are locked with a password. */
const COMPOUND = '\xd0\xcf\x11\xe0';
const TEXTS: readonly (readonly [kind: FigureFileKind | OtherFileKind, beginning: RegExp])[] = [
  ['json-stat', /^\s*\{[^]*"class"\s*:\s*"(?:dataset|collection|dimension)"/],
  ['json-stat', /^\s*\{\s*"(?:version|label|source|updated|id|size|dimension|href|value|status|role|note|extension|link|error)"\s*:/],
  ['json', /^\s*[[{]\s*("|[[{}\]])/],
  ['xml', /^\s*<[!?a-z]/i],
  ['px', /^\s*(?:CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGES?|CREATION-DATE|SUBJECT-AREA|SUBJECT-CODE|MATRIX|TITLE|CONTENTS|DECIMALS)(?:\[[a-z-]+\])?\s*=\s*"?/],
]; // prettier-ignore
const BEGINNING = 4096;

/**
 * What kind a file is, seen from its bytes: names lie. A packed file is taken for a workbook; what it holds is seen when it is opened.
 * Throws ImportFault with the kind of one that is not read.
 */
export async function fileKindOf(path: string): Promise<FigureFileKind> {
  const file = await open(path);
  try {
    const beginning = await beginningOf(file);
    if (beginning.startsWith(COMPOUND)) throw otherKind(await compoundKind(file));
    const kind = kindOf(beginning);
    if (isFigures(kind)) return kind;
    throw otherKind(kind);
  } finally {
    await file.close();
  }
}

const isFigures = (kind: FigureFileKind | OtherFileKind): kind is FigureFileKind =>
  kind === 'csv' || kind === 'workbook' || kind === 'px' || kind === 'json-stat';

/** A file that is none of figures. */
export function otherKind(kind: OtherFileKind): ImportFault {
  return new ImportFault({ row: 1, code: 'file.other-format', facts: { format: kind } });
}

/** The kind of what begins with these bytes, as latin letters. */
function kindOf(beginning: string): FigureFileKind | OtherFileKind {
  if (ZIP.some((mark) => beginning.startsWith(mark))) return 'workbook';
  const [marked] = MARKS.find(([, ...marks]) => marks.some((mark) => beginning.startsWith(mark))) ?? [];
  const text = beginning.replace(/^\xef\xbb\xbf/, '');
  return marked ?? TEXTS.find(([, pattern]) => pattern.test(text))?.[0] ?? (isText(beginning) ? 'csv' : 'unknown');
}

/** Texts have hardly any of the characters that are none; UTF-16, whose every second byte is nought, says so at its beginning. */
function isText(beginning: string): boolean {
  const isUtf16 = /^(\xff\xfe|\xfe\xff|\0[^\0]|[^\0]\0)/.test(beginning);
  const strange = [...beginning].filter((character) => character < ' ' && !/\s/.test(character)).length;
  return isUtf16 || strange * STRANGE <= beginning.length;
}
/** One in so many is a slip; more are a program, a sound or a film. */
const STRANGE = 10;

async function beginningOf(file: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
  return buffer.toString('latin1', 0, bytesRead);
}

/** The streams of such a container, by what they hold; its directory names them in UTF-16. */
const STREAMS: readonly (readonly [name: string, kind: OtherFileKind])[] = [
  ['EncryptedPackage', 'locked-workbook'],
  ['WordDocument', 'word'],
  ['PowerPoint Document', 'presentation'],
  ['Workbook', 'old-workbook'],
  ['Book', 'old-workbook'],
];
/** Where the directory stands is told by the header: its sector, and how long sectors are. */
const [DIRECTORY_AT, SECTOR_POWER_AT, LONGEST_DIRECTORY] = [48, 30, 16 * 1024];

async function compoundKind(file: FileHandle): Promise<OtherFileKind> {
  const header = Buffer.alloc(512);
  await file.read(header, 0, header.length, 0);
  const sector = 2 ** Math.min(header.readUInt16LE(SECTOR_POWER_AT), 12);
  const directory = Buffer.alloc(LONGEST_DIRECTORY);
  const { bytesRead } = await file.read(directory, 0, directory.length, (header.readUInt32LE(DIRECTORY_AT) + 1) * sector);
  const names = directory.toString('utf16le', 0, bytesRead);
  return STREAMS.find(([name]) => names.includes(`${name}\0`))?.[1] ?? 'unknown';
}

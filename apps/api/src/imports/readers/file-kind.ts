import { ImportFault } from '../import-fault.js';

/** What files of other formats begin with, by the name that people know the format by. */
const MARKS: readonly (readonly [format: string, ...marks: string[]])[] = [
  ['an Excel workbook or another packed file', 'PK\x03\x04', 'PK\x05\x06'],
  ['an old Excel workbook', '\xd0\xcf\x11\xe0'],
  ['a PDF', '%PDF'],
  ['a picture', '\x89PNG', '\xff\xd8\xff', 'GIF8'],
  ['a compressed file', '\x1f\x8b', '7z\xbc\xaf', 'Rar!'],
];
const TEXTS: readonly (readonly [format: string, beginning: RegExp])[] = [
  ['JSON', /^\s*[[{]\s*("|[[{])/],
  ['a web page or XML', /^\s*<[!?a-z]/i],
  ['PC-Axis', /^(CHARSET|AXIS-VERSION|CREATION-DATE)=/],
];

/** Throws ImportFault with the name of the format, where a file that begins with these bytes is no text with cells. */
export function refuseOtherFormats(bytes: Buffer): void {
  const beginning = bytes
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  const [format] =
    MARKS.find(([, ...marks]) => marks.some((mark) => beginning.startsWith(mark))) ?? TEXTS.find(([, text]) => text.test(beginning)) ?? [];
  if (format) throw new ImportFault({ row: 1, code: 'file.other-format', facts: { format } });
}

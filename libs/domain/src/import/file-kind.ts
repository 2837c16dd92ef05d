import { wordIn, type Language, type Words } from '../language.js';

/** Kinds of files that figures are read from. */
export type FigureFileKind = 'csv' | 'workbook' | 'px' | 'json-stat';

/** How the letters of a file of text can stand for bytes. */
export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

/** Kinds of files that people send instead. */
export type OtherFileKind =
  | 'locked-workbook'
  | 'macro-workbook'
  | 'old-workbook'
  | 'binary-workbook'
  | 'opendocument'
  | 'word'
  | 'presentation'
  | 'pdf'
  | 'picture'
  | 'packed'
  | 'json'
  | 'xml'
  | 'unknown';

const OTHER: Words<OtherFileKind> = {
  'locked-workbook': [
    'en lösenordsskyddad arbetsbok; ta bort lösenordet och spara den igen',
    'a workbook locked with a password; take the password away and save it again',
  ],
  'macro-workbook': [
    'en arbetsbok med makron; spara den som en vanlig arbetsbok (.xlsx)',
    'a workbook with macros; save it as an ordinary workbook (.xlsx)',
  ],
  'old-workbook': [
    'en arbetsbok i det gamla formatet .xls; spara den som en arbetsbok (.xlsx)',
    'a workbook of the old format .xls; save it as a workbook (.xlsx)',
  ],
  'binary-workbook': [
    'en binär arbetsbok (.xlsb); spara den som en arbetsbok (.xlsx)',
    'a binary workbook (.xlsb); save it as a workbook (.xlsx)',
  ],
  opendocument: ['ett OpenDocument; spara det som en arbetsbok (.xlsx)', 'an OpenDocument; save it as a workbook (.xlsx)'],
  word: ['en Word-fil', 'a Word file'],
  presentation: ['en presentation', 'a presentation'],
  pdf: ['en PDF', 'a PDF'],
  picture: ['en bild', 'a picture'],
  packed: ['en komprimerad fil; packa upp den först', 'a compressed file; unpack it first'],
  json: ['en JSON-fil som inte är JSON-stat 2', 'a JSON file that is no JSON-stat 2'],
  xml: ['en webbsida eller XML', 'a web page or XML'],
  unknown: ['en fil av okänt slag', 'a file of an unknown kind'],
};

/** What a file that holds no table of figures is, as said after "filen är", with what to do where something can be done. */
export function otherFileText(kind: OtherFileKind, language: Language): string {
  return wordIn(OTHER[kind], language);
}

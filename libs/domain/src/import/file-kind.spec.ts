import { otherFileText, type OtherFileKind } from './file-kind.js';

describe('a file that holds no table of figures', () => {
  const said: readonly (readonly [kind: OtherFileKind, sv: string, en: string])[] = [
    ['locked-workbook', 'en lösenordsskyddad arbetsbok; ta bort lösenordet och spara den igen', 'a workbook locked with a password; take the password away and save it again'],
    ['macro-workbook', 'en arbetsbok med makron; spara den som en vanlig arbetsbok (.xlsx)', 'a workbook with macros; save it as an ordinary workbook (.xlsx)'],
    ['old-workbook', 'en arbetsbok i det gamla formatet .xls; spara den som en arbetsbok (.xlsx)', 'a workbook of the old format .xls; save it as a workbook (.xlsx)'],
    ['binary-workbook', 'en binär arbetsbok (.xlsb); spara den som en arbetsbok (.xlsx)', 'a binary workbook (.xlsb); save it as a workbook (.xlsx)'],
    ['opendocument', 'ett OpenDocument; spara det som en arbetsbok (.xlsx)', 'an OpenDocument; save it as a workbook (.xlsx)'],
    ['word', 'en Word-fil', 'a Word file'],
    ['presentation', 'en presentation', 'a presentation'],
    ['pdf', 'en PDF', 'a PDF'],
    ['picture', 'en bild', 'a picture'],
    ['packed', 'en komprimerad fil; packa upp den först', 'a compressed file; unpack it first'],
    ['json', 'en JSON-fil som inte är JSON-stat 2', 'a JSON file that is no JSON-stat 2'],
    ['xml', 'en webbsida eller XML', 'a web page or XML'],
    ['unknown', 'en fil av okänt slag', 'a file of an unknown kind'],
  ]; // prettier-ignore
  for (const [kind, sv, en] of said)
    it(`is named, with what to do about it: ${kind}`, () =>
      expect([otherFileText(kind, 'sv'), otherFileText(kind, 'en')]).toEqual([sv, en]));
});

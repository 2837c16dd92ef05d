import { refuseOtherFormats } from './file-kind.js';
import { faultsOf } from '../import-fault.js';

describe('a file of another format', () => {
  const formats: readonly (readonly [bytes: string, format: string | undefined])[] = [
    ['PK\x03\x04\x14\x00', 'an Excel workbook or another packed file'],
    ['\xd0\xcf\x11\xe0\xa1\xb1', 'an old Excel workbook'],
    ['%PDF-1.7', 'a PDF'],
    ['\x89PNG\r\n', 'a picture'],
    ['\x1f\x8b\x08', 'a compressed file'],
    ['[{"value": 1}]', 'JSON'],
    ['\xef\xbb\xbf{ "rows": [] }', 'JSON'],
    ['<!DOCTYPE html>', 'a web page or XML'],
    ['<?xml version="1.0"?>', 'a web page or XML'],
    ['CHARSET="ANSI";', 'PC-Axis'],
    ['municipality_code;municipality', undefined],
    ['\xef\xbb\xbf"Område";"Period"', undefined],
    ['[a],[b]', undefined],
    ['', undefined],
  ];
  for (const [bytes, format] of formats) {
    it(`that begins with ${JSON.stringify(bytes)} is ${format ? `called ${format}` : 'read as text'}`, () => {
      const faults = faultsOf(() => refuseOtherFormats(Buffer.from(bytes, 'latin1')));
      expect(faults).toEqual(format ? [{ row: 1, code: 'file.other-format', facts: { format } }] : []);
    });
  }
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportFault } from '../import-fault.js';
import { fileKindOf } from './file-kind.js';

describe('the kind of a file', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'slusen-kind-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function kindOf(bytes: Buffer): Promise<string> {
    const path = join(folder, 'fil.csv');
    await writeFile(path, bytes);
    return fileKindOf(path).catch((error: unknown) => {
      if (!(error instanceof ImportFault)) throw error;
      return String(error.faults[0]?.facts['format']);
    });
  }

  const kinds: readonly (readonly [bytes: string, kind: string])[] = [
    ['PK\x03\x04\x14\x00', 'workbook'],
    ['%PDF-1.7', 'pdf'],
    ['\x89PNG\r\n', 'picture'],
    ['\x1f\x8b\x08', 'packed'],
    ['{\\rtf1', 'word'],
    ['[{"value": 1}]', 'json'],
    ['\xef\xbb\xbf{ "rows": [] }', 'json'],
    ['{}', 'json'],
    ['{"version":"2.0","class":"dataset"}', 'json-stat'],
    ['{ "class" : "dataset", "id": ["tid"] }', 'json-stat'],
    ['{"label":"Folkmängd","id":["tid"]}', 'json-stat'],
    ['<!DOCTYPE html>', 'xml'],
    ['<?xml version="1.0"?>', 'xml'],
    ['CHARSET="ANSI";', 'px'],
    ['\xef\xbb\xbfAXIS-VERSION="2013";', 'px'],
    ['municipality_code;municipality', 'csv'],
    ['\xef\xbb\xbf"Område";"Period"', 'csv'],
    ['Title;Contents', 'csv'],
    ['[a],[b]', 'csv'],
    ['\xff\xfeO\x00', 'csv'],
    ['O\x00m\x00r\x00', 'csv'],
    ['område;period\n0884;2026\x00', 'csv'],
    ['\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00', 'unknown'],
    ['', 'csv'],
  ];
  for (const [bytes, kind] of kinds)
    it(`that begins with ${JSON.stringify(bytes)} is ${kind}`, async () => expect(await kindOf(Buffer.from(bytes, 'latin1'))).toBe(kind));

  /** A container with a directory that names one stream, in its second sector. */
  function compound(stream: string): Buffer {
    const bytes = Buffer.alloc(512 * 4);
    bytes.write('d0cf11e0a1b11ae1', 'hex');
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt32LE(1, 48);
    bytes.write('Root Entry', 1024, 'utf16le');
    bytes.write(stream, 1024 + 128, 'utf16le');
    return bytes;
  }
  for (const [stream, kind] of [
    ['EncryptedPackage', 'locked-workbook'],
    ['Workbook', 'old-workbook'],
    ['WordDocument', 'word'],
    ['Något annat', 'unknown'],
  ] as const)
    it(`that is a container of "${stream}" is ${kind}`, async () => expect(await kindOf(compound(stream))).toBe(kind));
  it('that is a container cut off is not known', async () => expect(await kindOf(compound('Workbook').subarray(0, 40))).toBe('unknown'));
});

import { BackupError, FORMAT, readManifest, type Manifest } from './manifest.js';

describe('the list of contents of a backup', () => {
  const whole: Manifest = {
    ...{ format: FORMAT, product: 'slusen', version: '0.1.0', madeAt: '2026-11-27T08:00:00.000Z', migrations: ['CreateTables1'] },
    tables: [{ name: 'record', columns: ['id', 'seq'], rows: 2, bytes: 20, sha256: 'ab'.repeat(32) }],
    sequences: [{ name: 'record_id_seq', last: '2', isCalled: true }],
  };

  it('is read as it was written, and what it says beside that is left out', () => {
    expect(readManifest(JSON.stringify(whole))).toEqual(whole);
    expect(readManifest(JSON.stringify({ ...whole, more: 1 }))).toEqual(whole);
  });

  const [table] = whole.tables;
  const bad: readonly [what: string, text: string, sentence: RegExp][] = [
    ['no JSON', '{', /not a backup made by this program/],
    ['nothing', 'null', /not a backup made by this program/],
    ['another program’s', JSON.stringify({ ...whole, product: 'annat' }), /not a backup made by this program/],
    ['a newer program’s', JSON.stringify({ ...whole, format: FORMAT + 1 }), /format 2, which only a newer version/],
    ['an impossible format', JSON.stringify({ ...whole, format: 0 }), /damaged/],
    ['without migrations', JSON.stringify({ ...whole, migrations: [] }), /damaged/],
    ['with a table that is SQL', JSON.stringify({ ...whole, tables: [{ ...table, name: 'record; drop table account' }] }), /damaged/],
    ['with a column that is SQL', JSON.stringify({ ...whole, tables: [{ ...table, columns: ['id) from account --'] }] }), /damaged/],
    ['with fewer rows than none', JSON.stringify({ ...whole, tables: [{ ...table, rows: -1 }] }), /damaged/],
    ['with half a digest', JSON.stringify({ ...whole, tables: [{ ...table, sha256: 'ab' }] }), /damaged/],
    ['with a counter that is SQL', JSON.stringify({ ...whole, sequences: [{ name: 'x', last: '1); --', isCalled: true }] }), /damaged/],
  ];
  for (const [what, text, sentence] of bad) {
    it(`is refused with a sentence: ${what}`, () => {
      expect(() => readManifest(text)).toThrowMatching(
        (error: Error) => error instanceof BackupError && sentence.test(error.message) && error.message.endsWith('.'),
      );
    });
  }
});

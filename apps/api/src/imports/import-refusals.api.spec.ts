import { ANYTHING, brought, FigureDesk } from '../testing/figure-desk.js';
import { HEADER, line } from '../testing/figure-file.js';
import { faultText } from './import-fault.js';

describe('an import of a broken file is refused with the place, and nothing of it is stored:', () => {
  let desk: FigureDesk;
  beforeAll(async () => (desk = await FigureDesk.open()), 120_000);
  afterAll(() => desk.close());

  const good = Array.from({ length: 70 }, (_, at) => line({ period: `${1700 + at}-Q1` }));
  const withRow = (row: number, text: string): string => [HEADER, ...good.map((other, at) => (at + 2 === row ? text : other))].join('\n');
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  const cases: readonly (readonly [name: string, content: string | Buffer, row: number, code: string])[] = [
    ['an unclosed quote', withRow(57, '0884,Vimmerby,"foretagsbesok,1756-Q1,40,besök,Boken'), 57, 'file.broken'],
    ['a quote in the middle of a cell', withRow(57, '0884,Vimmerby,foretags"besok,1756-Q1,40,besök,Boken'), 57, 'file.broken'],
    ['a row with a cell too few', withRow(57, '0884,Vimmerby,foretagsbesok,1756-Q1,40,besök'), 57, 'file.broken'],
    ['a row with a cell too many', withRow(57, `${good[55]},mer`), 57, 'file.broken'],
    ['a column that is missing', withRow(1, '').replace(HEADER, HEADER.replace('unit,', '')), 1, 'columns.missing'],
    ['a column that is not known', withRow(1, '').replace(HEADER, `${HEADER},farg`), 1, 'columns.unknown'],
    ['a column named twice', withRow(1, '').replace(HEADER, `${HEADER},unit`), 1, 'columns.twice'],
    ['bars between its cells', withRow(1, '').replaceAll(',', '|'), 1, 'separator.unknown'],
    ['a mark of its own between its cells, as it says itself', `sep=|\n${withRow(1, '')}`, 1, 'separator.unknown'],
    ['no header', good.join('\n'), 1, 'header.absent'],
    ['a title before its header', `Besök i Vimmerby\n\n${[HEADER, ...good].join('\n')}`, 1, 'header.later'],
    ['semicolons between the cells of a row', withRow(57, `${good[55]?.replaceAll(',', ';')}`), 57, 'file.broken'],
    ['two header rows', [HEADER, HEADER, ...good].join('\n'), 2, 'header.twice'],
    [
      'half a letter of UTF-16 at its end',
      Buffer.from(`\ufeff${[HEADER, ...good].join('\n')}`, 'utf16le').subarray(0, -1),
      1,
      'file.cut-off',
    ],
    [
      'one row in Windows-1252',
      Buffer.concat([
        Buffer.from(`${[HEADER, ...good.slice(0, 55)].join('\n')}\n`),
        latin(`${good[55]}\n`),
        Buffer.from(good.slice(56).join('\n')),
      ]),
      57,
      'file.mixed-letters',
    ],
    ['half a character at the end', Buffer.concat([Buffer.from(withRow(1, '')), Buffer.from([0xc3])]), 71, 'file.mixed-letters'],
    ['nothing in it', '', 1, 'file.empty'],
    ['a header only', `${HEADER}\n`, 1, 'file.empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 1, 'file.other-format'],
    ['a row without end', withRow(57, line({ period: '1756-Q1', source: 'x'.repeat(30_000) })), 57, 'file.broken'],
    ['row 57 bad', withRow(57, line({ period: '1756-Q1', value: 'fyrtio' })), 57, 'value.not-a-number'],
    ['10¹⁵', withRow(57, line({ period: '1756-Q1', value: '1000000000000000' })), 57, 'value.too-large'],
    ['seven decimals', withRow(57, line({ period: '1756-Q1', value: '0,1234567' })), 57, 'value.too-precise'],
    ['a value that says nothing', withRow(57, line({ period: '1756-Q1', value: '' })), 57, 'value.absent'],
    ['a month of a quarterly indicator', withRow(57, line({ period: '1756M01' })), 57, 'period.wrong-cadence'],
    ['a period that is none', withRow(57, line({ period: '1756K5' })), 57, 'period.unknown'],
    ['an indicator nobody knows', withRow(57, line({ period: '1756-Q1', indicator: 'Lycka' })), 57, 'indicator.unknown'],
    ['an area nobody knows', withRow(57, line({ period: '1756-Q1', code: '9999', municipality: 'Nyby' })), 57, 'territory.unknown'],
    ['another unit', withRow(57, line({ period: '1756-Q1', unit: 'procent' })), 57, 'unit.other'],
    ['no source', withRow(57, line({ period: '1756-Q1', source: ' ' })), 57, 'source.absent'],
    ['NUL in a cell', withRow(57, line({ period: '1756-Q1', source: 'Bo\u0000ken' })), 57, 'text.not-storable'],
    [
      'an escape for terminals in a cell',
      withRow(57, line({ period: '1756-Q1', source: 'Prov\u0001\u001b[31m' })),
      57,
      'text.not-storable',
    ],
    ['a source without end', withRow(57, line({ period: '1756-Q1', source: 'x'.repeat(600) })), 57, 'text.too-long'],
    ['the same figure twice', withRow(57, line({ period: '1700-Q1', value: '41' })), 57, 'row.twice'],
  ];
  for (const [name, content, row, code] of cases) {
    it(name, async () => {
      const before = await desk.counts();
      const faults = await desk.refusal(await desk.files.write(content));
      expect(faults[0]).toEqual(jasmine.objectContaining({ row, code }));
      expect(faultText(faults[0]!)).toMatch(new RegExp(`^row ${row}(, [a-z_]+)?: [a-z“"]`));
      expect(faultText(faults[0]!)).not.toContain(code);
      expect(await desk.counts()).toEqual(before);
    });
  }

  for (const notation of [
    '0x10',
    '1e2',
    '1E5',
    'NaN',
    'Infinity',
    '-Infinity',
    '+5',
    '1,234,567',
    '1.234,5',
    '٣',
    '１２',
    '5 %',
    '1_000',
    '--5',
    '.5',
    '5,',
    '=1+1',
    '12 34',
    'null',
    '1/2',
  ]) {
    it(`a value written ${notation}`, async () => {
      const cell = notation.includes(',') ? `"${notation}"` : notation;
      const faults = await desk.refusal(await desk.files.write(`${HEADER}\n0884,Vimmerby,foretagsbesok,1699-Q1,${cell},besök,Boken\n`));
      expect(faults[0]).toEqual(jasmine.objectContaining({ row: 2, code: 'value.not-a-number' }));
    });
  }

  const extra: readonly (readonly [name: string, column: string, cell: string, code: string])[] = [
    ['a quality that is none', 'quality', 'bra', 'word.unknown'],
    ['a provenance that is none', 'provenance', 'gissad', 'word.unknown'],
    ['a value and a reason for having none', 'missing', 'confidential', 'value.and-missing'],
    ['a negative margin', 'margin', '-1', 'margin.negative'],
    ['a margin that is no number', 'margin', 'x', 'value.not-a-number'],
    ['half a respondent', 'respondents', '12.5', 'respondents.not-a-count'],
    ['fewer respondents than none', 'respondents', '-3', 'respondents.not-a-count'],
    ['more respondents than there are people', 'respondents', '99999999999', 'respondents.not-a-count'],
    ['a publication at no time', 'publish_at', 'i morgon', 'publish-at.not-a-time'],
    ['a publication that never comes', 'publish_at', 'infinity', 'publish-at.not-a-time'],
    ['a publication before there were years', 'publish_at', '0000-01-01', 'publish-at.not-a-time'],
    ['a publication on the 31st of February', 'publish_at', '2026-02-31', 'publish-at.not-a-time'],
    ['a breakdown without end', 'breakdown', 'x'.repeat(81), 'text.too-long'],
    ['a note without end', 'provenance_note', 'x'.repeat(2001), 'text.too-long'],
  ];
  for (const [name, column, cell, code] of extra) {
    it(name, async () => {
      const before = await desk.counts();
      const faults = await desk.refusal(await desk.files.write(`${HEADER},${column}\n${line({ period: '1698-Q1' })},${cell}\n`));
      expect(faults).toEqual([jasmine.objectContaining({ row: 2, code })]);
      expect(await desk.counts()).toEqual(before);
    });
  }

  it('every bad row, a hundred at most', async () => {
    const faults = await desk.refusal(
      await desk.files.rows(...good.map((row, at) => (at % 7 === 3 ? row.replace(',40,', ',fyrtio,') : row))),
    );
    expect(faults.map(({ row }) => row)).toEqual([5, 12, 19, 26, 33, 40, 47, 54, 61, 68]);
    const many = await desk.refusal(await desk.files.rows(...Array.from({ length: 500 }, () => line({ value: 'x' }))));
    expect(many.length).toBe(100);
  });

  it('a file that is not there', async () => {
    await expectAsync(desk.run('/finns/inte.csv')).toBeRejectedWithError(/ENOENT/);
  });

  it('and the connection can be used for the next', async () => {
    expect(brought(await desk.run(await desk.files.rows(line({ period: '1690-Q1' }))))).toEqual([1, 1, 0, 0]);
  });

  it('that is refused at its last row stores nothing, though everything before was streamed', async () => {
    const before = await desk.counts();
    const rows = Array.from({ length: 20_000 }, (_, at) =>
      line({
        code: `T${at % 500}`,
        municipality: `Ort ${at % 500}`,
        indicator: `Nytt mått ${Math.floor(at / 2000)}`,
        period: `${1500 + Math.floor((at % 2000) / 500)}`,
      }),
    );
    const faults = await desk.refusal(await desk.files.rows(...rows, line({ value: 'slut' })), { mayCreate: ANYTHING });
    expect(faults).toEqual([jasmine.objectContaining({ row: 20_002, code: 'value.not-a-number' })]);
    expect(await desk.counts()).toEqual(before);
  }, 30_000);

  it('that fails after everything is written leaves nothing', async () => {
    const before = await desk.counts();
    await desk.whole.rows(
      `create function spec_refuse() returns trigger language plpgsql as $$ begin raise exception 'disk' using errcode = '53100'; end $$; create trigger spec_refuse before insert on audit_event for each row execute function spec_refuse()`,
    );
    await expectAsync(desk.run(await desk.files.rows(line({ period: '1697-Q1', code: '0884' })))).toBeRejected();
    await desk.whole.rows('drop trigger spec_refuse on audit_event; drop function spec_refuse');
    expect(await desk.counts()).toEqual(before);
  });
});

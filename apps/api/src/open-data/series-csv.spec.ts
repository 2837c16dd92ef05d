import type { SeriesPoint } from '@slusen/contracts';
import { MISSING_KINDS } from '@slusen/domain';
import { parse } from 'csv-parse/sync';
import { excelCsv, plainCsv, type SeriesTable } from './series-csv.js';

const aPoint = (different: Partial<SeriesPoint> = {}): SeriesPoint => ({
  period: '2025',
  quality: 'final',
  provenance: 'exact',
  revision: 1,
  source: 'SCB',
  recordedAt: '2026-02-20T08:00:00.000Z',
  ...different,
});
const aTable = (...points: SeriesPoint[]): SeriesTable => ({
  indicator: { slug: 'arbetsloshet', name: { sv: 'Arbetslöshet' }, unit: { sv: '%' } },
  breakdown: '',
  licence: 'CC-BY-4.0',
  series: [{ territory: { code: '0884', kind: 'municipality', name: { sv: 'Vimmerby' } }, points }],
});
type Line = Record<string, string>;
const plainLines = (table: SeriesTable): Line[] => parse(plainCsv(table), { columns: true });
const excelLines = (table: SeriesTable): Line[] => parse(excelCsv(table), { columns: true, bom: true, delimiter: ';' });

describe('series as plain CSV', () => {
  it('has comma, decimal point and CRLF, the last line too', () => {
    const text = plainCsv(aTable(aPoint({ value: 6.1 })));
    expect(text.split('\r\n')[1]).toBe(
      '0884,Vimmerby,arbetsloshet,2025,6.1,%,SCB,final,exact,,,,,,,,1,,2026-02-20T08:00:00.000Z,2026-02-20T08:00:00.000Z,,CC-BY-4.0',
    );
    expect(text.endsWith('\r\n')).toBeTrue();
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has the headings alone when there are no figures', () => {
    expect(plainCsv(aTable())).toMatch(/^municipality_code,municipality,indicator,period,value,[\w,]+\r\n$/);
  });

  it('has one territory after the other', () => {
    const { series, ...about } = aTable(aPoint({ period: '2024', value: 1 }), aPoint({ value: 2 }));
    const tuna = { territory: { code: '0884-tuna', kind: 'locality' as const, name: { sv: 'Tuna' } }, points: [aPoint({ value: 240 })] };
    const lines = plainLines({ ...about, series: [...series, tuna] });
    expect(lines.map(({ municipality, period, value }) => [municipality, period, value])).toEqual([
      ['Vimmerby', '2024', '1'],
      ['Vimmerby', '2025', '2'],
      ['Tuna', '2025', '240'],
    ]);
  });

  it('tells zero from missing, and the five kinds of missing apart', () => {
    const lines = plainLines(aTable(aPoint({ value: 0 }), ...MISSING_KINDS.map((missing) => aPoint({ missing }))));
    expect(lines.map(({ value, missing }) => [value, missing])).toEqual([['0', ''], ...MISSING_KINDS.map((kind) => ['', kind])]);
  });

  it('says of no missing value how sure it is or how it came about, but of an invented line that it is one', () => {
    const missing = { missing: 'not-measured', quality: 'preliminary' } as const;
    const table = aTable(aPoint({ ...missing, provenance: 'reported' }), aPoint({ ...missing, provenance: 'example' }));
    expect(plainLines(table).map(({ quality, provenance }) => [quality, provenance])).toEqual([
      ['', ''],
      ['', 'example'],
    ]);
    expect(excelLines(table).map((line) => [line['Kvalitet'], line['Uppgiftens art']])).toEqual([
      ['', ''],
      ['', 'exempel'],
    ]);
  });

  it('has what was noted of a figure, beside how it came about', () => {
    const noted = aPoint({ value: 1, provenanceNote: 'Avrundat', note: { sv: 'Pandemiåret', en: 'The year of the pandemic' } });
    const [line] = plainLines(aTable(noted));
    expect([line?.['provenance_note'], line?.['note']]).toEqual(['Avrundat', 'Pandemiåret']);
    expect(excelLines(aTable(noted))[0]).toEqual(jasmine.objectContaining({ Anmärkning: 'Avrundat', Notering: 'Pandemiåret' }));
  });

  it('quotes what holds a comma, a quote or a new line', () => {
    const source = 'SCB, "Folkmängd"\nrad två';
    expect(plainLines(aTable(aPoint({ value: 1, source })))[0]?.['source']).toBe(source);
  });

  for (const text of ['=1+1', '+46', '-x', '@SUM(A1)', '\tx']) {
    it(`makes no formula of the text ${JSON.stringify(text)}`, () => {
      expect(plainLines(aTable(aPoint({ value: 1, source: text })))[0]?.['source']).toBe(`'${text}`);
    });
  }

  it('leaves a negative number the number it is', () => {
    expect(plainLines(aTable(aPoint({ value: -51.6 })))[0]?.['value']).toBe('-51.6');
  });
});

describe('series as CSV for a Swedish Excel', () => {
  it('begins with a byte order mark and has semicolons', () => {
    expect(excelCsv(aTable())).toMatch(/^\ufeffOmråde;Slag av område;Indikator;Uppdelning;Period;Värde;/);
  });

  it('has a decimal comma, in negative numbers and margins too', () => {
    const [line] = excelLines(aTable(aPoint({ value: -51.6, margin: 2.5 })));
    expect([line?.['Värde'], line?.['Felmarginal']]).toEqual(['-51,6', '2,5']);
  });

  it('has the smallest value that can be stored in digits', () => {
    expect(excelLines(aTable(aPoint({ value: 0.000001 })))[0]?.['Värde']).toBe('0,000001');
  });

  it('says in Swedish why a value is missing, each kind in its own words', () => {
    const lines = excelLines(aTable(...MISSING_KINDS.map((missing) => aPoint({ missing }))));
    const words = lines.map((line) => line['Värde saknas']);
    expect(words).toContain('ej tillämplig');
    expect(new Set(words.filter(Boolean))).toHaveSize(MISSING_KINDS.length);
    expect(lines.map((line) => line['Värde'])).toEqual(MISSING_KINDS.map(() => ''));
  });

  it('has the revision, and when it was recorded by the clock in Stockholm', () => {
    const [line] = excelLines(aTable(aPoint({ value: 1, revision: 2, recordedAt: '2026-11-24T22:16:03.000Z' })));
    expect([line?.['Utgåva'], line?.['Registrerad']]).toEqual(['2', '2026-11-24 23:16']);
  });

  it('has when the public got it: when it was recorded, or later', () => {
    const waited = aPoint({ value: 1, publishedAt: '2026-03-01T07:00:00.000Z' });
    expect(excelLines(aTable(aPoint({ value: 1 }), waited)).map((line) => line['Publicerad'])).toEqual([
      '2026-02-20 09:00',
      '2026-03-01 08:00',
    ]);
    expect(plainLines(aTable(waited))[0]?.['published_at']).toBe('2026-03-01T07:00:00.000Z');
  });

  it('makes no formula of a text', () => {
    expect(excelLines(aTable(aPoint({ value: 1, provenanceNote: '=HYPERLINK("x")' })))[0]?.['Anmärkning']).toBe(`'=HYPERLINK("x")`);
  });
});

import { DataSource } from 'typeorm';
import { MISSING_KINDS, PROVENANCES, QUALITIES } from '@slusen/domain';
import { dataSourceOptions } from '../data-source.js';
import { brought, FigureDesk } from '../testing/figure-desk.js';
import { HEADER, line } from '../testing/figure-file.js';
import { Seed } from '../testing/seed.js';

/** One file in the forms that spreadsheets give it, and the files that we give away ourselves. */
describe('a file of figures in any of its forms', () => {
  let desk: FigureDesk;
  beforeAll(async () => {
    desk = await FigureDesk.open();
    const owner = await new DataSource(dataSourceOptions({ url: desk.whole.database.ownerUrl, poolSize: 1 })).initialize();
    const seed = new Seed(owner.manager);
    await seed.territory('0884-vimmerby', { kind: 'locality', name: 'Vimmerby' });
    const indicator = await seed.indicator('matt', { nameSv: 'Mått', unitSv: '%', decimals: 1, cadence: 'quarter' });
    await seed.figures({ indicator }, { '2020-Q1': 1.5, '2020-Q2': -0.000001, '2020-Q3': 0, '2020-Q4': 1_234_567.25 });
    for (const [at, missing] of MISSING_KINDS.entries()) await seed.figures({ indicator }, { [`20${11 + at}-Q1`]: missing });
    for (const [at, provenance] of PROVENANCES.entries())
      await seed.figures({ indicator }, { [`199${at}-Q1`]: 'not-measured' }, { quality: 'preliminary', provenance, provenanceNote: 'Anm' });
    for (const [at, quality] of QUALITIES.entries()) await seed.figures({ indicator }, { [`200${at}-Q1`]: 7 }, { quality });
    const said = { provenance: 'derived', provenanceNote: '=summan; "av" tre,\nmed +1', source: '@SCB' } as const;
    await seed.figures({ indicator }, { '2019-Q1': 5 }, { ...said, margin: 2.5, respondents: 412, numerator: 1, denominator: 20 });
    await seed.figures({ indicator, territory: '0884-vimmerby' }, { '2020-Q1': 99 });
    await seed.figures({ indicator, territory: '0884-frodinge' }, { '2020-Q1': 98 });
    await owner.destroy();
  }, 120_000);
  afterAll(() => desk.close());

  const text = (year: number, separator = ','): string =>
    [HEADER, ...[1, 2].map((part) => line({ period: `${year}-Q${part}`, value: String(part) }))].join('\r\n').replaceAll(',', separator);
  const latin = (content: string): Buffer => Buffer.from(content, 'latin1');
  const forms: readonly (readonly [form: string, content: (year: number) => string | Buffer])[] = [
    ['with semicolons', (year) => text(year, ';')],
    ['with tabs', (year) => text(year, '\t')],
    ['with a line that names its separator', (year) => `sep=;\r\n${text(year, ';')}`],
    ['with such a line, and quotes', (year) => `SEP=\t\n${text(year, '\t').replace('besök', '"besök"')}`],
    ['in UTF-8 with its mark', (year) => `\ufeff${text(year)}`],
    ['in UTF-16 with its mark, as "Unicode text"', (year) => Buffer.from(`\ufeff${text(year, '\t')}`, 'utf16le')],
    ['in UTF-16 without its mark', (year) => Buffer.from(text(year), 'utf16le')],
    ['in UTF-16 the other way round', (year) => Buffer.from(`\ufeff${text(year)}`, 'utf16le').swap16()],
    ['in Windows-1252', (year) => latin(text(year, ';'))],
    ['with headings in other letters', (year) => text(year).replace(HEADER, HEADER.toUpperCase().replaceAll('_', ' '))],
    ['with Swedish headings and no codes', (year) => `Område;Indikator;Period;Värde;Enhet;Källa;Kvalitet\nFrödinge;Företagsbesök;${year}-Q1;1;besök;Boken;slutligt\nfrödinge;Företagsbesök;${year}-Q2;2;besök;Boken;final`],
  ]; // prettier-ignore
  for (const [at, [form, content]] of forms.entries()) {
    it(`is read ${form}`, async () => {
      expect(brought(await desk.run(await desk.files.write(content(1850 + at))))).toEqual([2, 2, 0, 0]);
    });
  }

  for (const file of ['series.csv', 'series.excel.csv'])
    it(`that we gave away ourselves (${file}) is read back with no change`, async () => {
      const answer = await desk.whole.visitor().get(`/api/indicators/matt/${file}`);
      const path = await desk.files.write(answer.text);
      const { rows, unchanged, added, changed } = await desk.run(path);
      expect([rows, unchanged, added, changed]).toEqual([20, 20, 0, 0]);
    });

  it('that names an area of which there are two by its name alone is refused with their codes', async () => {
    const path = await desk.files.write('Område;Indikator;Period;Värde;Enhet;Källa\nVimmerby;Företagsbesök;1849-Q1;1;besök;Boken\n');
    expect(await desk.refused(path)).toEqual([
      'row 2, municipality: several areas have this name; give the code of the one that is meant (municipality_code), or its kind (municipality_kind) (name: Vimmerby; codes: 0884, 0884-vimmerby)',
    ]);
  });

  const named: readonly (readonly [what: string, content: string, sentence: string])[] = [
    ['bars', text(1848, '|'), 'row 1: the file has another mark between its cells than a comma, a semicolon or a tab; save it with one of them (separator: |)'],
    ['no header', text(1848).replace(`${HEADER}\r\n`, ''), 'row 1: the first row is no header; it should name the columns (npm run import -- --help lists them) (found: 0884, Vimmerby, foretagsbesok)'],
    ['a title', `Besök\n\n${text(1848)}`.replaceAll('\r', ''), 'row 1: the header is not the first row; take away what stands before it (header in row: 3)'],
    ['some columns', text(1848).replace('unit,source', 'sort,source'), 'row 1: the header lacks columns (columns: unit)'],
    ['a PDF', '%PDF-1.7', 'row 1: the file holds no table of figures that is read; save it as a workbook (.xlsx) or as CSV and try again (format: a PDF)'],
    ['rows of another separator', text(1848).replaceAll(/(?<=\n.*),/g, ';'), 'row 2: the file is not a well-formed CSV file (reason: semicolons between the cells where the header has commas)'],
  ]; // prettier-ignore
  for (const [what, content, sentence] of named) {
    it(`is refused with the name of what is not understood: ${what}`, async () => {
      expect(await desk.refused(await desk.files.write(content))).toEqual([sentence]);
    });
  }
});

import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../data-source.js';
import { ANYTHING, brought, FigureDesk, NOTHING } from '../testing/figure-desk.js';
import { HEADER, line } from '../testing/figure-file.js';
import { Seed } from '../testing/seed.js';

/** What the rules of figures refuse in a file, as they refuse it in the form. */
describe('a file of figures', () => {
  let desk: FigureDesk;
  beforeAll(async () => {
    desk = await FigureDesk.open();
    const owner = await new DataSource(dataSourceOptions({ url: desk.whole.database.ownerUrl, poolSize: 1 })).initialize();
    const election = { nameSv: 'Valdeltagande', unitSv: '%', cadence: 'irregular' } as const;
    await new Seed(owner.manager).indicator('valdeltagande', { ...election, irregularYears: [2018, 2022] });
    await owner.destroy();
  }, 120_000);
  afterAll(() => desk.close());

  const withColumns = (columns: string, ...rows: readonly string[]): Promise<string> =>
    desk.files.write(`${[`${HEADER},${columns}`, ...rows].join('\n')}\n`);

  describe('with a period the form refuses', () => {
    const election = { indicator: 'valdeltagande', unit: '%', value: '88' };

    it('is refused where the period has not begun in Stockholm', async () => {
      const path = await desk.files.rows(line({ period: '1895-Q1' }), line({ period: '2099-Q1' }));
      expect(await desk.refused(path)).toEqual(['row 3, period: the period has not begun (period: 2099-Q1)']);
    });

    it('is refused though the indicator would be made', async () => {
      const path = await desk.files.rows(line({ indicator: 'Något nytt', period: '2099' }));
      expect(await desk.refused(path, { mayCreate: ANYTHING })).toEqual(['row 2, period: the period has not begun (period: 2099)']);
    });

    for (const mayCreate of [NOTHING, ANYTHING]) {
      it(`is refused where an irregular indicator is not measured that year${mayCreate.indicators ? ', also when indicators may be made' : ''}`, async () => {
        const path = await desk.files.rows(line({ ...election, period: '2018' }), line({ ...election, period: '2019' }));
        expect(await desk.refused(path, { mayCreate })).toEqual([
          'row 3, period: the indicator is not measured in that year (period: 2019; years: 2018, 2022)',
        ]);
      });
    }

    it('is taken where it is measured', async () => {
      expect(
        brought(await desk.run(await desk.files.rows(line({ ...election, period: '2018' }), line({ ...election, period: '2022' })))),
      ).toEqual([2, 2, 0, 0]);
    });
  });

  describe('with an area whose code and name part', () => {
    it('is refused, naming both', async () => {
      const path = await desk.files.rows(line({ period: '1894-Q1' }), line({ period: '1894-Q2', code: '0884-frodinge' }));
      expect(await desk.refused(path)).toEqual([
        'row 3, municipality: the code of the area belongs to another name (area: 0884-frodinge; name: Vimmerby; expected: Frödinge)',
      ]);
    });

    it('is refused where the file itself brought the area under another name', async () => {
      const path = await desk.files.rows(
        line({ period: '1894-Q1', code: '0581', municipality: 'Norrköping' }),
        line({ period: '1894-Q2', code: '0581', municipality: 'Örebro' }),
      );
      expect(await desk.refused(path, { mayCreate: ANYTHING })).toEqual([
        'row 3, municipality: the code of the area belongs to another name (area: 0581; name: Örebro; expected: Norrköping)',
      ]);
    });

    it('is taken where only case, spaces or the writing of a letter differ', async () => {
      const names = [' vimmerby ', 'VIMMERBY', 'Fro\u0308dinge'];
      const path = await desk.files.rows(
        ...names.map((municipality, at) => line({ period: `1893-Q${at + 1}`, code: at === 2 ? '0884-frodinge' : '0884', municipality })),
      );
      expect(brought(await desk.run(path))).toEqual([3, 3, 0, 0]);
    });
  });

  describe('that corrects what is said beside a figure', () => {
    const noted = (note: string, period: string) => withColumns('provenance,provenance_note', `${line({ period })},derived,${note}`);
    const published = (at: string, cells: Readonly<Record<string, string>>) => withColumns('publish_at', `${line(cells)},${at}`);
    const revisions = (period: string) =>
      desk.whole.rows<{ revision: number; note: string | null; at: string }>(
        `select revision, provenance_note as note, value::int, to_char(publish_at at time zone 'UTC', 'YYYY-MM-DD') as at from observation where period = $1 order by revision`,
        [period],
      );

    it('asks for a reason where only the note is another, and keeps both notes', async () => {
      await desk.run(await noted('summan av tva', '1892-Q1'));
      const path = await noted('summan av tre', '1892-Q1');
      expect(await desk.refused(path)).toEqual([
        'row 2: what is said of the published figure changes; a change needs --reason (changes: provenance_note)',
      ]);
      expect(brought(await desk.run(path, { reason: 'Fel antal' }))).toEqual([1, 0, 1, 0]);
      expect((await revisions('1892-Q1')).map(({ note }) => note)).toEqual(['summan av tva', 'summan av tre']);
      expect(brought(await desk.run(path))).toEqual([1, 0, 0, 1]);
    });

    const sure = (quality: string, cells: Readonly<Record<string, string>>) => withColumns('quality', `${line(cells)},${quality}`);

    it('makes a preliminary value final without a reason, and asks for one where the value is another too', async () => {
      await desk.run(await sure('preliminary', { period: '1871-Q1', value: '40' }));
      expect(await desk.refused(await sure('final', { period: '1871-Q1', value: '41' }))).toEqual([
        jasmine.stringMatching(/^row 2, value: the figure is already published with another value; a change needs --reason/),
      ]);
      expect(brought(await desk.run(await sure('final', { period: '1871-Q1', value: '40' })))).toEqual([1, 0, 1, 0]);
      expect(await desk.refused(await sure('preliminary', { period: '1871-Q1', value: '40' }))).toEqual([
        'row 2: what is said of the published figure changes; a change needs --reason (changes: quality)',
      ]);
    });

    it('takes a second-hand value, and asks for a reason when it becomes an exact one', async () => {
      const from = (provenance: string) => withColumns('provenance', `${line({ period: '1871-Q2' })},${provenance}`);
      await desk.run(await from('reported'));
      expect(await desk.whole.rows(`select provenance from observation where period = '1871-Q2'`)).toEqual([{ provenance: 'reported' }]);
      expect(await desk.refused(await from('exact'))).toHaveSize(1);
    });

    it('brings publication forward with a reason', async () => {
      await desk.run(await published('2999-01-01T08:00:00Z', { period: '1892-Q2' }));
      const path = await published('2998-01-01T08:00:00Z', { period: '1892-Q2' });
      expect(await desk.refused(path)).toEqual([
        'row 2: what is said of the published figure changes; a change needs --reason (changes: publish_at)',
      ]);
      expect(brought(await desk.run(path, { reason: 'Tidigare' }))).toEqual([1, 0, 1, 0]);
      expect((await revisions('1892-Q2')).map(({ at }) => at)).toEqual(['2999-01-01', '2998-01-01']);
      expect(brought(await desk.run(path))).toEqual([1, 0, 0, 1]);
    });

    it('does not take a row that says nothing of publication for a change', async () => {
      await desk.run(await published('2999-01-01', { period: '1892-Q3' }));
      expect(brought(await desk.run(await desk.files.rows(line({ period: '1892-Q3' }))))).toEqual([1, 0, 0, 1]);
    });

    it('does not show a figure early because its correction says nothing of publication', async () => {
      await desk.run(await published('2999-01-01T08:00:00Z', { period: '1892-Q4' }));
      await desk.run(await desk.files.rows(line({ period: '1892-Q4', value: '41' })), { reason: 'Fel' });
      expect((await revisions('1892-Q4')).map(({ at }) => at)).toEqual(['2999-01-01', '2999-01-01']);
    });

    it('cannot take back what is public, whatever the reason', async () => {
      await desk.run(await desk.files.rows(line({ period: '1891-Q1' })));
      const path = await published('2999-01-01T08:00:00Z', { period: '1891-Q1' });
      expect(await desk.refused(path, { reason: 'Vänta' })).toEqual([
        jasmine.stringMatching(
          /^row 2, publish_at: publication cannot be put off: what is recorded becomes public at its own time \(public from: \d{4}-\d\d-\d\dT[\d:]+Z\)$/,
        ),
      ]);
    });

    it('cannot put off what will be public, with the same value or another', async () => {
      await desk.run(await published('2998-01-01T08:00:00Z', { period: '1891-Q2' }));
      for (const value of ['40', '41']) {
        const path = await published('2999-01-01', { period: '1891-Q2', value });
        expect(await desk.refused(path, { reason: 'Vänta' })).toEqual([jasmine.stringContaining('(public from: 2998-01-01T08:00:00Z)')]);
      }
    });

    it('may correct a public figure at a later time', async () => {
      await desk.run(await desk.files.rows(line({ period: '1891-Q3' })));
      const path = await published('2999-01-01', { period: '1891-Q3', value: '41' });
      expect(brought(await desk.run(path, { reason: 'Rättas vid sammanträdet' }))).toEqual([1, 0, 1, 0]);
      expect(brought(await desk.run(path))).toEqual([1, 0, 0, 1]);
    });

    it('leaves a public figure as it is where the file names another time in the past', async () => {
      await desk.run(await desk.files.rows(line({ period: '1891-Q4' })));
      expect(brought(await desk.run(await published('2020-01-01', { period: '1891-Q4' })))).toEqual([1, 0, 0, 1]);
    });
  });

  it('makes a figure public from the start of a day in Stockholm, or from the moment it names', async () => {
    const times = ['2097-01-01', '2097-07-01', '2097-01-01T00:00:00Z', '2097-01-01T00:00+01:00'];
    await desk.run(await withColumns('publish_at', ...times.map((at, quarter) => `${line({ period: `1889-Q${quarter + 1}` })},${at}`)));
    const rows = await desk.whole.rows<{ at: Date }>(
      `select publish_at as at from observation where period like '1889-Q%' order by period`,
    );
    expect(rows.map(({ at }) => at.toISOString())).toEqual([
      '2096-12-31T23:00:00.000Z',
      '2097-06-30T22:00:00.000Z',
      '2097-01-01T00:00:00.000Z',
      '2096-12-31T23:00:00.000Z',
    ]);
  });

  for (const beside of ['1.5,', ',660']) {
    it(`is refused where a missing value carries "${beside}" as margin and respondents`, async () => {
      const path = await withColumns('missing,margin,respondents', `${line({ period: '1888-Q1', value: '' })},non-response,${beside}`);
      expect(await desk.refused(path)).toEqual(['row 2: a row without a value has neither a margin nor respondents']);
    });
  }

  for (const [parts, fault] of [
    ['43,50', 'the numerator and the denominator make another value (share: 86)'],
    ['44,', 'a numerator and a denominator stand together, beside the value that they make'],
    ['44,0', 'the denominator is not above zero'],
  ] as const) {
    it(`is refused where the numbers of a share of 88 per cent are "${parts}"`, async () => {
      const row = line({ indicator: 'valdeltagande', unit: '%', value: '88', period: '2022' });
      expect(await desk.refused(await withColumns('numerator,denominator', `${row},${parts}`))).toEqual([`row 2, numerator: ${fault}`]);
    });
  }

  it('is refused where a derived figure does not say how', async () => {
    const path = await withColumns(
      'provenance,provenance_note',
      `${line({ period: '1887-Q1' })},derived,summan av tre`,
      `${line({ period: '1887-Q2' })},derived, `,
    );
    expect(await desk.refused(path)).toEqual(['row 3, provenance_note: a derived figure says how it was derived (provenance_note)']);
  });
});

import type { SeriesView } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { actingNow } from '../identity/acting.js';
import { Moments } from '../platform/moments.js';
import { AccountQuery } from '../identity/account.query.js';
import type { Account } from '../identity/account.js';
import { FigureFiles, HEADER, line } from '../testing/figure-file.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';
import { faultText, ImportFault, type RowFault } from './import-fault.js';
import { ImportFigures } from './import-figures.js';
import type { ImportOrder, ImportResult } from './import-order.js';

describe('an import', () => {
  let whole: WholeApplication;
  let reviewer: Account;
  const files = new FigureFiles();
  beforeAll(async () => {
    whole = await wholeApplication();
    reviewer = (await whole.app.get(AccountQuery).byUsername('reviewer'))!;
  }, 120_000);
  afterAll(async () => {
    await whole.close();
    await files.clear();
  });

  const run = (path: string, more: Partial<ImportOrder> = {}): Promise<ImportResult> =>
    whole.app.get(ImportFigures).import(actingNow(reviewer, whole.app.get(Moments)), { path, source: 'Provet', mayCreate: false, ...more });
  const refusal = async (path: string, more: Partial<ImportOrder> = {}): Promise<readonly RowFault[]> => {
    try {
      await run(path, more);
    } catch (error) {
      if (error instanceof ImportFault) return error.faults;
      throw error;
    }
    throw new Error('the file was taken');
  };
  const TABLES = ['observation', 'series_head', 'import_run', 'audit_event', 'indicator', 'indicator_definition', 'territory'];
  const counts = async () =>
    (await whole.rows(`select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`))[0];
  const pointAt = async (period: string, indicator = 'foretagsbesok') =>
    (await whole.visitor().get(`/api/indicators/${indicator}/series`)).json<SeriesView>().points.find((point) => point.period === period);
  const brought = ({ rows, added, changed, unchanged }: ImportResult) => [rows, added, changed, unchanged];
  let year = 1900;
  const nextYear = (): number => ++year;

  it('makes figures public with their source, by slug or by Swedish name, however the period is written', async () => {
    const path = await files.rows(
      line({ period: '1890K1', value: '12' }),
      line({ period: '1890 kv 2', value: '1 234,5', indicator: 'Företagsbesök' }),
      line({ period: '1890Q3', value: '−51.6' }),
      line({ period: ' 1890-Q4 ', value: '0', source: 'Besöksboken, ”del 2”' }),
    );
    expect(brought(await run(path, { reason: 'Räknat om för hand' }))).toEqual([4, 4, 0, 0]);
    const points = await Promise.all([1, 2, 3, 4].map((quarter) => pointAt(`1890-Q${quarter}`)));
    expect(points.map((point) => [point?.value, point?.source, point?.revision, point?.provenance, point?.quality])).toEqual([
      [12, 'Besöksboken', 1, 'exact', 'final'],
      [1234.5, 'Besöksboken', 1, 'exact', 'final'],
      [-51.6, 'Besöksboken', 1, 'exact', 'final'],
      [0, 'Besöksboken, ”del 2”', 1, 'exact', 'final'],
    ]);
  });

  it('carries everything else a row can say', async () => {
    const header = `${HEADER},quality,provenance,provenance_note,missing,margin,respondents`;
    const path = await files.write(
      [
        header,
        `${line({ period: '1891-Q1' })},preliminary,derived,summan av tre,,1.5,660`,
        `${line({ period: '1891-Q2', value: '' })},,example,,confidential,,`,
      ].join('\r\n'),
    );
    await run(path);
    expect(await pointAt('1891-Q1')).toEqual(
      jasmine.objectContaining({
        quality: 'preliminary',
        provenance: 'derived',
        provenanceNote: 'summan av tre',
        margin: 1.5,
        respondents: 660,
      }),
    );
    expect(await pointAt('1891-Q2')).toEqual(jasmine.objectContaining({ missing: 'confidential', provenance: 'example' }));
    expect((await pointAt('1891-Q2'))?.value).toBeUndefined();
  });

  it('does not matter in which order the columns stand, nor with a byte order mark or blank lines', async () => {
    const path = await files.write(
      `\ufeffvalue,period,unit,indicator,source,municipality,municipality_code\n\n7,1892-Q1,besök,foretagsbesok,Boken,Vimmerby,0884\n\n`,
    );
    expect(brought(await run(path))).toEqual([1, 1, 0, 0]);
  });

  describe('run again', () => {
    it('changes nothing and leaves no trace', async () => {
      const path = await files.rows(line({ period: '1893-Q1' }), line({ period: '1893-Q2' }));
      await run(path);
      const before = await counts();
      expect(brought(await run(path))).toEqual([2, 0, 0, 2]);
      expect(brought(await run(path, { reason: 'Igen' }))).toEqual([2, 0, 0, 2]);
      expect(await counts()).toEqual(before);
    });

    it('with another value lists from → to and changes nothing without a reason', async () => {
      await run(await files.rows(line({ period: '1894-Q1', value: '40' }), line({ period: '1894-Q2', value: '41' })));
      const before = await counts();
      const path = await files.rows(
        line({ period: '1894-Q1', value: '40' }),
        line({ period: '1894-Q2', value: '43,25' }),
        line({ period: '1894-Q3', value: '5' }),
      );
      const faults = await refusal(path);
      expect(faults).toEqual([{ row: 3, code: 'change.needs-reason', facts: { from: '41', to: '43.25' } }]);
      expect(faultText(faults[0]!)).toContain('from: 41; to: 43.25');
      expect(await counts()).toEqual(before);
    });

    it('with a reason makes a second revision that says why', async () => {
      await run(await files.rows(line({ period: '1895-Q1', value: '40' })));
      const result = await run(await files.rows(line({ period: '1895-Q1', value: '42' }), line({ period: '1895-Q2', value: '1' })), {
        reason: 'SCB rättade',
      });
      expect(brought(result)).toEqual([2, 1, 1, 0]);
      expect(await pointAt('1895-Q1')).toEqual(jasmine.objectContaining({ value: 42, revision: 2 }));
      const reasons = await whole.rows(
        `select revision, value::int, reason from observation where period like '1895%' order by period, revision`,
      );
      expect(reasons).toEqual([
        { revision: 1, value: 40, reason: null },
        { revision: 2, value: 42, reason: 'SCB rättade' },
        { revision: 1, value: 1, reason: null },
      ]);
    });

    it('with a value turned missing says so', async () => {
      await run(await files.rows(line({ period: '1896-Q1', value: '40' })));
      const path = await files.write(`${HEADER},missing\n${line({ period: '1896-Q1', value: '' })},non-response\n`);
      expect((await refusal(path))[0]?.facts).toEqual({ from: '40', to: 'non-response' });
    });
  });

  it('leaves one audit event and one run, whatever it brought', async () => {
    const before = (await counts()) as Record<string, number>;
    await run(await files.rows(...['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => line({ period: `1897-${quarter}` }))));
    const after = (await counts()) as Record<string, number>;
    expect([
      after['audit_event']! - before['audit_event']!,
      after['import_run']! - before['import_run']!,
      after['observation']! - before['observation']!,
    ]).toEqual([1, 1, 4]);
    const [event] = await whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1');
    expect(JSON.parse(event!.payload)).toEqual(
      jasmine.objectContaining({
        action: 'import.run',
        by: reviewer.id,
        facts: {
          source: 'Provet',
          file: 'siffror.csv',
          sha256: jasmine.stringMatching(/^[0-9a-f]{64}$/),
          rows: 4,
          added: 4,
          changed: 0,
          unchanged: 0,
          newIndicators: [],
          reason: null,
        },
      }),
    );
  });

  it('is refused to who may not answer for it', async () => {
    const path = await files.rows(line());
    for (const person of ['reporter', 'administrator', 'politician', 'nobody'] as const) {
      const account = (await whole.app.get(AccountQuery).byUsername(person))!;
      const work = whole.app.get(ImportFigures).import(actingNow(account, whole.app.get(Moments)), { path, source: 'x', mayCreate: false });
      await expectAsync(work).withContext(person).toBeRejectedWithError(DomainError, 'permission.forbidden');
    }
  });

  describe('of a broken file is refused with the place, and nothing of it is stored:', () => {
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
      ['semicolons', withRow(1, '').replaceAll(',', ';'), 1, 'columns.missing'],
      ['two header rows', [HEADER, HEADER, ...good].join('\n'), 2, 'header.twice'],
      ['Windows-1252', latin(withRow(1, '')), 1, 'file.not-utf-8'],
      ['UTF-16', Buffer.from(`\ufeff${withRow(1, '')}`, 'utf16le'), 1, 'file.not-utf-8'],
      ['half a character at the end', Buffer.concat([Buffer.from(withRow(1, '')), Buffer.from([0xc3])]), 1, 'file.not-utf-8'],
      ['nothing in it', '', 1, 'file.empty'],
      ['a header only', `${HEADER}\n`, 1, 'file.empty'],
      ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 1, 'file.not-utf-8'],
      ['a row without end', withRow(57, line({ period: '1756-Q1', source: 'x'.repeat(30_000) })), 57, 'file.broken'],
      ['row 57 bad', withRow(57, line({ period: '1756-Q1', value: 'fyrtio' })), 57, 'value.not-a-number'],
      ['10¹⁵', withRow(57, line({ period: '1756-Q1', value: '1000000000000000' })), 57, 'value.too-large'],
      ['seven decimals', withRow(57, line({ period: '1756-Q1', value: '0,1234567' })), 57, 'value.too-precise'],
      ['a value that says nothing', withRow(57, line({ period: '1756-Q1', value: '' })), 57, 'value.absent'],
      ['a month of a quarterly indicator', withRow(57, line({ period: '1756M01' })), 57, 'period.wrong-cadence'],
      ['a period that is none', withRow(57, line({ period: '1756K5' })), 57, 'period.unknown'],
      ['an indicator nobody knows', withRow(57, line({ period: '1756-Q1', indicator: 'Lycka' })), 57, 'indicator.unknown'],
      ['an area nobody knows', withRow(57, line({ period: '1756-Q1', code: '9999' })), 57, 'territory.unknown'],
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
        const before = await counts();
        const faults = await refusal(await files.write(content));
        expect(faults[0]).toEqual(jasmine.objectContaining({ row, code }));
        expect(faultText(faults[0]!)).toMatch(new RegExp(`^row ${row}: [a-z“"]`));
        expect(faultText(faults[0]!)).not.toContain(code);
        expect(await counts()).toEqual(before);
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
        const faults = await refusal(await files.write(`${HEADER}\n0884,Vimmerby,foretagsbesok,1699-Q1,${cell},besök,Boken\n`));
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
        const before = await counts();
        const faults = await refusal(await files.write(`${HEADER},${column}\n${line({ period: '1698-Q1' })},${cell}\n`));
        expect(faults).toEqual([jasmine.objectContaining({ row: 2, code })]);
        expect(await counts()).toEqual(before);
      });
    }

    it('every bad row, a hundred at most', async () => {
      const faults = await refusal(await files.rows(...good.map((row, at) => (at % 7 === 3 ? row.replace(',40,', ',fyrtio,') : row))));
      expect(faults.map(({ row }) => row)).toEqual([5, 12, 19, 26, 33, 40, 47, 54, 61, 68]);
      const many = await refusal(await files.rows(...Array.from({ length: 500 }, () => line({ value: 'x' }))));
      expect(many.length).toBe(100);
    });

    it('a file that is not there', async () => {
      await expectAsync(run('/finns/inte.csv')).toBeRejectedWithError(/ENOENT/);
    });

    it('and the connection can be used for the next', async () => {
      expect(brought(await run(await files.rows(line({ period: `${nextYear()}-Q1` }))))).toEqual([1, 1, 0, 0]);
    });
  });

  it('that is refused at its last row stores nothing, though everything before was streamed', async () => {
    const before = await counts();
    const rows = Array.from({ length: 20_000 }, (_, at) =>
      line({
        code: `T${at % 500}`,
        municipality: `Ort ${at % 500}`,
        indicator: `Nytt mått ${Math.floor(at / 2000)}`,
        period: `${1500 + Math.floor((at % 2000) / 500)}`,
      }),
    );
    const faults = await refusal(await files.rows(...rows, line({ value: 'slut' })), { mayCreate: true });
    expect(faults).toEqual([jasmine.objectContaining({ row: 20_002, code: 'value.not-a-number' })]);
    expect(await counts()).toEqual(before);
  }, 30_000);

  it('that fails after everything is written leaves nothing', async () => {
    const before = await counts();
    await whole.rows(
      `create function spec_refuse() returns trigger language plpgsql as $$ begin raise exception 'disk' using errcode = '53100'; end $$; create trigger spec_refuse before insert on audit_event for each row execute function spec_refuse()`,
    );
    await expectAsync(run(await files.rows(line({ period: '1697-Q1', code: '0884' })))).toBeRejected();
    await whole.rows('drop trigger spec_refuse on audit_event; drop function spec_refuse');
    expect(await counts()).toEqual(before);
  });

  describe('that may make indicators', () => {
    const made = (slug: string) =>
      whole.rows<Record<string, unknown>>(
        'select d.* from indicator_definition d join indicator i on i.id = d.indicator_id where i.slug = $1',
        [slug],
      );

    it('makes them, and the areas, from what the file says', async () => {
      const path = await files.rows(
        line({
          code: '0580',
          municipality: 'Linköping',
          indicator: 'Öppet arbetslösa 16–64 år',
          period: '2020K1',
          value: '3,25',
          unit: 'procent',
        }),
        line({
          code: '0000',
          municipality: 'Riket',
          indicator: 'Öppet arbetslösa 16–64 år',
          period: '2020K1',
          value: '4,5',
          unit: 'procent',
        }),
      );
      expect((await run(path, { mayCreate: true })).newIndicators).toEqual(['oppet-arbetslosa-16-64-ar']);
      expect(await made('oppet-arbetslosa-16-64-ar')).toEqual([
        jasmine.objectContaining({
          name_sv: 'Öppet arbetslösa 16–64 år',
          unit_sv: 'procent',
          cadence: 'quarter',
          decimals: 2,
          direction: 'none',
          official_statistics: true,
        }),
      ]);
      expect(
        await whole.rows(
          `select t.code, r.kind, r.name_sv, r.revision from territory t join territory_revision r on r.territory_id = t.id where t.code in ('0580', '0000') order by t.code`,
        ),
      ).toEqual([
        { code: '0000', kind: 'country', name_sv: 'Riket', revision: 1 },
        { code: '0580', kind: 'comparison', name_sv: 'Linköping', revision: 1 },
      ]);
      expect(brought(await run(path, { mayCreate: true }))).toEqual([2, 0, 0, 2]);
    });

    it('takes no second cadence, unit or name for one of them', async () => {
      const first = { indicator: 'Cykelvägar', period: '2020', unit: 'meter' };
      const faultOf = async (cells: Record<string, string>) =>
        (await refusal(await files.rows(line(first), line({ ...first, ...cells })), { mayCreate: true }))[0]?.code;
      expect(await faultOf({ period: '2021K1' })).toBe('period.wrong-cadence');
      expect(await faultOf({ period: '2021', unit: 'km' })).toBe('unit.other');
      expect(await faultOf({ period: '2021', indicator: 'Cykelvagar' })).toBe('indicator.ambiguous');
    });

    it('does not mistake a new one for one that is there', async () => {
      const path = await files.rows(line({ indicator: 'Folkmangd', period: '1650', unit: 'personer' }));
      const { newIndicators } = await run(path, { mayCreate: true });
      expect(newIndicators).toEqual(['folkmangd-ar']);
      expect(await pointAt('1650', 'folkmangd')).toBeUndefined();
      expect(brought(await run(path, { mayCreate: true }))).toEqual([1, 0, 0, 1]);
    });

    for (const [name, cells, code] of [
      ['an indicator without a name', { indicator: ' ' }, 'indicator.unnamed'],
      ['an indicator whose name has no letter', { indicator: '!?' }, 'indicator.unnamed'],
      ['an indicator whose name has no end', { indicator: 'x'.repeat(301) }, 'text.too-long'],
      ['a unit without end', { indicator: 'Mått', unit: 'x'.repeat(81) }, 'text.too-long'],
      ['an area without a code', { code: ' ' }, 'territory.unknown'],
      ['an area whose code has no end', { code: 'x'.repeat(21) }, 'text.too-long'],
      ['an area without a name', { code: '1234', municipality: '' }, 'territory.unnamed'],
    ] as const) {
      it(`makes none for ${name}`, async () => {
        const before = await counts();
        expect((await refusal(await files.rows(line({ period: '1649-Q1', ...cells })), { mayCreate: true }))[0]?.code).toBe(code);
        expect(await counts()).toEqual(before);
      });
    }
  });

  it('shows a figure no earlier than it may be shown', async () => {
    const path = await files.write(
      `${HEADER},publish_at\n${line({ period: '1696-Q1' })},2999-01-01T08:00:00Z\n${line({ period: '1696-Q2' })},2020-01-01\n`,
    );
    await run(path);
    expect([await pointAt('1696-Q1'), (await pointAt('1696-Q2'))?.value]).toEqual([undefined, 40]);
  });

  it('beside people at work waits for them, and they for it', async () => {
    const reporter = await whole.as('reporter');
    const path = await files.rows(
      ...Array.from({ length: 300 }, (_, at) => line({ period: `${1000 + at}-Q1` })),
      line({ indicator: 'Alldeles nytt', period: '2020' }),
    );
    const [result, ...answers] = await Promise.all([
      run(path, { mayCreate: true }),
      ...Array.from({ length: 6 }, (_, at) =>
        reporter.post('/api/entries', { indicator: 'foretagsbesok', period: `${1300 + at}-Q1`, value: 4, quality: 'final' }),
      ),
    ]);
    expect(result.added).toBe(301);
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
  });
});

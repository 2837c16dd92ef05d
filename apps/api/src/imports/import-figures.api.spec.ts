import type { SeriesView } from '@slusen/contracts';
import { DomainError } from '@slusen/domain';
import { ANYTHING, brought, FigureDesk } from '../testing/figure-desk.js';
import { HEADER, line } from '../testing/figure-file.js';
import { faultText } from './import-fault.js';

describe('an import', () => {
  let desk: FigureDesk;
  beforeAll(async () => (desk = await FigureDesk.open()), 120_000);
  afterAll(() => desk.close());

  const pointAt = async (period: string, indicator = 'foretagsbesok') =>
    (await desk.whole.visitor().get(`/api/indicators/${indicator}/series`))
      .json<SeriesView>()
      .points.find((point) => point.period === period);

  it('makes figures public with their source, by slug or by Swedish name, however the period is written', async () => {
    const path = await desk.files.rows(
      line({ period: '1890K1', value: '12' }),
      line({ period: '1890 kv 2', value: '1 234,5', indicator: 'Företagsbesök' }),
      line({ period: '1890Q3', value: '−51.6' }),
      line({ period: ' 1890-Q4 ', value: '0', source: 'Besöksboken, ”del 2”' }),
    );
    expect(brought(await desk.run(path, { accept: new Set(['decimals', 'limits']) }))).toEqual([4, 4, 0, 0]);
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
    const path = await desk.files.write(
      [
        header,
        `${line({ period: '1891-Q1' })},preliminary,derived,summan av tre,,1.5,660`,
        `${line({ period: '1891-Q2', value: '' })},,example,,confidential,,`,
      ].join('\r\n'),
    );
    await desk.run(path);
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
    const path = await desk.files.write(
      `\ufeffvalue,period,unit,indicator,source,municipality,municipality_code\n\n7,1892-Q1,besök,foretagsbesok,Boken,Vimmerby,0884\n\n`,
    );
    expect(brought(await desk.run(path))).toEqual([1, 1, 0, 0]);
  });

  describe('run again', () => {
    it('changes nothing and leaves no trace', async () => {
      const path = await desk.files.rows(line({ period: '1893-Q1' }), line({ period: '1893-Q2' }));
      await desk.run(path);
      const before = await desk.counts();
      expect(brought(await desk.run(path))).toEqual([2, 0, 0, 2]);
      expect(brought(await desk.run(path, { reason: 'Igen' }))).toEqual([2, 0, 0, 2]);
      expect(await desk.counts()).toEqual(before);
    });

    it('with another value lists from → to and changes nothing without a reason', async () => {
      await desk.run(await desk.files.rows(line({ period: '1894-Q1', value: '40' }), line({ period: '1894-Q2', value: '41' })));
      const before = await desk.counts();
      const path = await desk.files.rows(
        line({ period: '1894-Q1', value: '40' }),
        line({ period: '1894-Q2', value: '43' }),
        line({ period: '1894-Q3', value: '5' }),
      );
      const faults = await desk.refusal(path);
      expect(faults).toEqual([{ row: 3, column: 'value', code: 'change.needs-reason', facts: { from: '41', to: '43' } }]);
      expect(faultText(faults[0]!)).toContain('from: 41; to: 43');
      expect(await desk.counts()).toEqual(before);
    });

    it('with a reason makes a second revision that says why', async () => {
      await desk.run(await desk.files.rows(line({ period: '1895-Q1', value: '40' })));
      const result = await desk.run(
        await desk.files.rows(line({ period: '1895-Q1', value: '42' }), line({ period: '1895-Q2', value: '1' })),
        {
          reason: 'SCB rättade',
        },
      );
      expect(brought(result)).toEqual([2, 1, 1, 0]);
      expect(await pointAt('1895-Q1')).toEqual(jasmine.objectContaining({ value: 42, revision: 2 }));
      const reasons = await desk.whole.rows(
        `select revision, value::int, reason from observation where period like '1895%' order by period, revision`,
      );
      expect(reasons).toEqual([
        { revision: 1, value: 40, reason: null },
        { revision: 2, value: 42, reason: 'SCB rättade' },
        { revision: 1, value: 1, reason: null },
      ]);
    });

    it('with a value turned missing says so', async () => {
      await desk.run(await desk.files.rows(line({ period: '1896-Q1', value: '40' })));
      const path = await desk.files.write(`${HEADER},missing\n${line({ period: '1896-Q1', value: '' })},non-response\n`);
      expect((await desk.refusal(path))[0]?.facts).toEqual({ from: '40', to: 'non-response' });
    });
  });

  it('leaves one audit event and one run, whatever it brought', async () => {
    const before = await desk.counts();
    await desk.run(await desk.files.rows(...['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => line({ period: `1897-${quarter}` }))));
    const after = await desk.counts();
    expect([
      after['audit_event']! - before['audit_event']!,
      after['import_run']! - before['import_run']!,
      after['observation']! - before['observation']!,
    ]).toEqual([1, 1, 4]);
    const [event] = await desk.whole.rows<{ payload: string }>('select payload from audit_event order by record_id desc limit 1');
    expect(JSON.parse(event!.payload)).toEqual(
      jasmine.objectContaining({
        action: 'import.run',
        by: desk.reviewer.id,
        facts: {
          source: 'Provet',
          file: 'siffror.csv',
          sha256: jasmine.stringMatching(/^[0-9a-f]{64}$/),
          rows: 4,
          added: 4,
          changed: 0,
          unchanged: 0,
          newIndicators: [],
          newAreas: [],
          accepted: [],
          rounded: 0,
          reason: null,
        },
      }),
    );
  });

  it('is refused to who may not answer for it', async () => {
    const path = await desk.files.rows(line());
    for (const person of ['reporter', 'administrator', 'politician', 'nobody'] as const) {
      await expectAsync(desk.runBy(person, path)).withContext(person).toBeRejectedWithError(DomainError, 'permission.forbidden');
    }
  });

  it('shows a figure no earlier than it may be shown', async () => {
    const path = await desk.files.write(
      `${HEADER},publish_at\n${line({ period: '1696-Q1' })},2999-01-01T08:00:00Z\n${line({ period: '1696-Q2' })},2020-01-01\n`,
    );
    await desk.run(path);
    expect([await pointAt('1696-Q1'), (await pointAt('1696-Q2'))?.value]).toEqual([undefined, 40]);
  });

  it('beside people at work waits for them, and they for it', async () => {
    const reporter = await desk.whole.as('reporter');
    const path = await desk.files.rows(
      ...Array.from({ length: 300 }, (_, at) => line({ period: `${1000 + at}-Q1` })),
      line({ indicator: 'Alldeles nytt', period: '2020' }),
    );
    const [result, ...answers] = await Promise.all([
      desk.run(path, { mayCreate: ANYTHING }),
      ...Array.from({ length: 6 }, (_, at) =>
        reporter.post('/api/entries', { indicator: 'foretagsbesok', period: `${1950 + at}-Q1`, value: 4, quality: 'final' }),
      ),
    ]);
    expect(result.added).toBe(301);
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
  });
});

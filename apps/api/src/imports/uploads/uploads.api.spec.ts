import type { ImportRowList, ImportView, SeriesView } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { Jobs } from '../../jobs/jobs.js';
import { HEADER, line } from '../../testing/figure-file.js';
import type { Person } from '../../testing/office.js';
import { coded, type Answer } from '../../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../../testing/whole-application.js';

const PATIENCE_MS = 60_000;

describe('a file sent by the page', () => {
  let whole: WholeApplication;
  beforeEach(async () => {
    whole = await wholeApplication();
    await whole.app.get(Jobs).begin();
  }, 120_000);
  afterEach(() => whole.close());

  const send = async (content: string | Buffer, person: Person = 'reporter', file = 'siffror.csv'): Promise<Answer> =>
    (await whole.as(person)).ask('POST', `/api/imports?file=${encodeURIComponent(file)}`, {
      body: Buffer.from(content),
      headers: { 'content-type': 'application/octet-stream' },
    });
  const view = async ({ id }: { id: string }, person: Person = 'reporter'): Promise<ImportView> =>
    (await (await whole.as(person)).get(`/api/imports/${id}`)).json<ImportView>();
  const step = async (of: ImportView, sent: object, person: Person = 'reporter', key: string = randomUUID()): Promise<Answer> =>
    (await whole.as(person)).post(`/api/imports/${of.id}/steps`, sent, { 'if-match': `"${of.version}"`, 'idempotency-key': key });
  const choose = async (of: ImportView, choices: object): Promise<ImportView> => {
    const headers = { 'if-match': `"${of.version}"`, 'idempotency-key': randomUUID() };
    const answer = await (await whole.as('reporter')).put(`/api/imports/${of.id}/choices`, { ...of.choices, ...choices }, headers);
    expect(answer.status).withContext(answer.text).toBe(200);
    return answer.json<ImportView>();
  };
  const settled = async (of: ImportView): Promise<ImportView> => {
    for (let tries = 0; tries < 150; tries++) {
      const now = await view(of);
      if (!['checking', 'publishing', 'withdrawing'].includes(now.state)) return now;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('The job was not done');
  };
  const after = async (of: ImportView, sent: object, person: Person = 'reporter'): Promise<ImportView> => {
    const answer = await step(of, sent, person);
    expect(answer.status).withContext(answer.text).toBe(201);
    return settled(answer.json<ImportView>());
  };
  const checked = async (content: string | Buffer, choices: object = {}): Promise<ImportView> => {
    const sent = await send(content);
    expect(sent.status).withContext(sent.text).toBe(201);
    return after(await choose(sent.json<ImportView>(), { source: 'Besöksboken', ...choices }), { step: 'check' });
  };
  const rows = async ({ id }: ImportView, kind: string, more = ''): Promise<ImportRowList> =>
    (await (await whole.as('reporter')).get(`/api/imports/${id}/rows?kind=${kind}${more}`)).json<ImportRowList>();
  const value = async (period: string): Promise<unknown> => {
    const { points } = (await whole.visitor().get('/api/indicators/foretagsbesok/series')).json<SeriesView>();
    const point = points.find((one) => one.period === period);
    return point && [point.value ?? point.missing, point.revision];
  };
  const file = (...lines: string[]): string => `${[HEADER, ...lines].join('\n')}\n`;
  const twoNew = file(line({ period: '1890-Q1', value: '12' }), line({ period: '1890-Q2', value: '13' }));
  const published = async (content: string): Promise<ImportView> => {
    const submitted = await after(await checked(content), { step: 'confirm', reason: 'Räknat om' });
    return after(submitted, { step: 'approve' }, 'reviewer');
  };

  it(
    'is looked at, checked, reviewed and published, and then is a run as any other',
    async () => {
      const preview = await checked(twoNew);
      expect(preview.mayChange).toBeTrue();
      expect(preview.found).toEqual(jasmine.objectContaining({ kind: 'csv', encoding: 'utf-8', separator: ',', headerRow: 1 }));
      expect(preview.outcome).toEqual(jasmine.objectContaining({ rows: 2, added: 2, changed: 0, unchanged: 0, refused: 0 }));
      expect((await rows(preview, 'added', '&q=1890-Q2')).items).toEqual([
        { row: 3, indicator: 'foretagsbesok', territory: 'Vimmerby', period: '1890-Q2', becomes: '13' },
      ]);
      expect(await value('1890-Q1')).toBeUndefined();
      const submitted = await after(preview, { step: 'confirm' });
      expect([submitted.state, submitted.may]).toEqual(['submitted', ['discard']]);
      const done = await after(submitted, { step: 'approve' }, 'reviewer');
      expect([done.state, done.run]).toEqual(['published', 1]);
      expect(await value('1890-Q1')).toEqual([12, 1]);
      expect(await whole.rows('select file_name, added from import_run')).toEqual([{ file_name: 'siffror.csv', added: 2 }]);
      expect(await whole.rows('select content from import_upload')).toEqual([{ content: null }]);
      const again = await checked(twoNew);
      expect([again.outcome?.unchanged, again.may.includes('confirm')]).toEqual([2, false]);
    },
    PATIENCE_MS,
  );

  it(
    'tells every refused row in words of both languages, as a list to mend too, and cannot be confirmed',
    async () => {
      const preview = await checked(file(line({ period: '1890-Q1', value: 'tolv' }), line({ code: '884', period: '1890-Q2' })));
      expect(preview.outcome?.refused).toBe(2);
      expect((await rows(preview, 'refused')).items).toEqual([
        {
          row: 2,
          column: 'value',
          reason: { sv: 'Det här är inget tal. Skriv 1234,5 eller 1 234,5.', en: 'This is no number. Write 1234.5 or 1 234.5.' },
        },
        {
          row: 3,
          column: 'municipality_code',
          reason: {
            sv: 'Koden 884 är nog 0884. Låt kalkylbladet behålla den som text.',
            en: 'The code 884 is probably 0884. Let the spreadsheet keep it as text.',
          },
        },
      ]);
      const csv = await (await whole.as('reporter')).get(`/api/imports/${preview.id}/refused.csv?language=sv`);
      expect(csv.text).toContain('"2";"value";"Det här är inget tal. Skriv 1234,5 eller 1 234,5."\r\n');
      expect(coded(await step(preview, { step: 'confirm' }))).toEqual([409, 'import.refused-rows']);
    },
    PATIENCE_MS,
  );

  it(
    'asks what marks mean, in a file whose columns are called otherwise and whose headings stand in the third line',
    async () => {
      const others = [
        'Besök',
        '',
        'Kommun;Nyckeltal;Kvartal;Antal',
        'Vimmerby;foretagsbesok;1890-Q1;12',
        'Vimmerby;foretagsbesok;1890-Q2;..',
      ].join('\n');
      const sent = (await send(others)).json<ImportView>();
      expect(sent.found).toEqual(
        jasmine.objectContaining({ separator: ';', headerRow: 3, headings: ['Kommun', 'Nyckeltal', 'Kvartal', 'Antal'] }),
      );
      const mapping = {
        columns: { ...sent.choices.mapping?.columns, value: { column: 'Antal' }, unit: { text: 'besök' } },
        breakdown: [],
        only: {},
        marks: {},
      };
      const asked = await after(await choose(sent, { source: 'Boken', mapping }), { step: 'check' });
      expect(asked.outcome?.questions).toEqual([
        jasmine.objectContaining({ code: 'mark.unexplained', mark: '..', proposed: 'not-measured' }),
      ]);
      const told = await after(await choose(asked, { mapping: { ...mapping, marks: { '..': 'not-measured' } } }), { step: 'check' });
      expect([told.outcome?.added, told.outcome?.refused]).toEqual([2, 0]);
      await after(await after(told, { step: 'confirm' }), { step: 'approve' }, 'reviewer');
      const next = (await send(others.replace('12', '14'))).json<ImportView>();
      expect([next.choices.source, next.choices.mapping?.columns['value']]).toEqual(['Boken', { column: 'Antal' }]);
    },
    PATIENCE_MS,
  );

  it(
    'is checked anew, and nothing of it is stored, where what it changes was changed since the preview',
    async () => {
      const stale = await after(await checked(twoNew), { step: 'confirm' });
      await published(file(line({ period: '1890-Q1', value: '99' })));
      const anew = await after(stale, { step: 'approve' }, 'reviewer');
      expect([anew.state, anew.outcome?.isAnew, anew.outcome?.changed]).toEqual(['checked', true, 1]);
      expect(await value('1890-Q1')).toEqual([99, 1]);
      expect(await value('1890-Q2')).toBeUndefined();
    },
    PATIENCE_MS,
  );

  it(
    'is withdrawn by a run of its own; what people revised since stays',
    async () => {
      await published(twoNew);
      const second = await published(
        file(line({ period: '1890-Q1', value: '20' }), line({ period: '1890-Q2', value: '21' }), line({ period: '1890-Q3', value: '22' })),
      );
      await published(file(line({ period: '1890-Q2', value: '30' })));
      const withdrawn = await after(second, { step: 'withdraw', reason: 'Fel fil' }, 'reviewer');
      expect([withdrawn.state, withdrawn.kept, withdrawn.said]).toEqual(['withdrawn', 1, 'Fel fil']);
      expect(await Promise.all(['1890-Q1', '1890-Q2', '1890-Q3'].map(value))).toEqual([
        [12, 3],
        [30, 3],
        ['not-yet-published', 2],
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'of a source that a strategist marked is published without a review',
    async () => {
      const mark = { name: 'Besöksboken', isOfficial: true };
      const key = () => ({ 'idempotency-key': randomUUID() });
      expect(coded(await (await whole.as('reporter')).put('/api/import-sources', mark, key()))).toEqual([403, 'permission.forbidden']);
      expect((await (await whole.as('strategist')).put('/api/import-sources', mark, key())).status).toBe(200);
      expect((await after(await checked(twoNew), { step: 'confirm' })).state).toBe('published');
    },
    PATIENCE_MS,
  );

  it(
    'has one effect by a double click, and is nobody else’s before it is submitted',
    async () => {
      const preview = await checked(twoNew);
      expect(coded(await (await whole.as('reviewer')).get(`/api/imports/${preview.id}`))).toEqual([404, 'import.not-found']);
      const key = randomUUID();
      const [first, second] = await Promise.all([step(preview, { step: 'confirm' }, 'reporter', key), step(preview, { step: 'confirm' })]);
      expect([first.status, second.status].sort()).toEqual([201, 412]);
      expect(coded(await step(await view(preview), { step: 'approve' }))).toEqual([403, 'permission.forbidden']);
      expect(coded(await step(preview, { step: 'confirm' }))).toEqual([412, 'import.changed-meanwhile']);
    },
    PATIENCE_MS,
  );

  it('that is no table says what it is, and what to do', async () => {
    const { found } = (await send('%PDF-1.7 …')).json<ImportView>();
    expect(found.refused).toEqual([
      jasmine.objectContaining({ code: 'file.other-format', reason: { sv: 'Filen är en PDF.', en: 'The file is a PDF.' } }),
    ]);
    expect(coded(await send(''))).toEqual([422, 'import.empty-file']);
    expect(
      (
        await (
          await whole.as('reporter')
        ).ask('POST', '/api/tasks/answers', { body: Buffer.from('x'), headers: { 'content-type': 'application/octet-stream' } })
      ).status,
    ).toBe(415);
  });
});

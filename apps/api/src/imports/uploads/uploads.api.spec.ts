import type { ImportView, SeriesView } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { OPERATOR } from '../../identity/account.js';
import { Jobs } from '../../jobs/jobs.js';
import { Amending } from '../../observations/amending.js';
import { AddTerritory } from '../../organisation/add-territory.js';
import { line } from '../../testing/figure-file.js';
import { coded } from '../../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../../testing/whole-application.js';
import { fileOf, UploadOffice } from './upload-office.fixtures.js';

const PATIENCE_MS = 60_000;

describe('a file sent by the page', () => {
  let whole: WholeApplication;
  let office: UploadOffice;
  beforeEach(async () => {
    whole = await wholeApplication();
    office = new UploadOffice(whole);
    await whole.app.get(Jobs).begin();
  }, 120_000);
  afterEach(() => whole.close());

  const value = async (period: string): Promise<unknown> => {
    const { points } = (await whole.visitor().get('/api/indicators/foretagsbesok/series')).json<SeriesView>();
    const point = points.find((one) => one.period === period);
    return point && [point.value ?? point.missing, point.revision];
  };
  const twoNew = fileOf(line({ period: '1890-Q1', value: '12' }), line({ period: '1890-Q2', value: '13' }));
  const published = async (content: string): Promise<ImportView> => {
    const submitted = await office.after(await office.checked(content), { step: 'confirm', reason: 'Räknat om' });
    return office.after(submitted, { step: 'approve' }, 'reviewer');
  };

  it(
    'is looked at, checked, reviewed and published, and then is a run as any other',
    async () => {
      const preview = await office.checked(twoNew);
      expect(preview.mayChange).toBeTrue();
      expect(preview.found).toEqual(jasmine.objectContaining({ kind: 'csv', encoding: 'utf-8', separator: ',', headerRow: 1 }));
      expect(preview.outcome).toEqual(jasmine.objectContaining({ rows: 2, added: 2, changed: 0, unchanged: 0, refused: 0 }));
      expect((await office.rows(preview, 'added', '&q=1890-Q2')).items).toEqual([
        { row: 3, indicator: 'foretagsbesok', territory: 'Vimmerby', period: '1890-Q2', becomes: '13' },
      ]);
      expect(await value('1890-Q1')).toBeUndefined();
      const submitted = await office.after(preview, { step: 'confirm' });
      expect([submitted.state, submitted.may]).toEqual(['submitted', ['discard']]);
      const done = await office.after(submitted, { step: 'approve' }, 'reviewer');
      expect([done.state, done.run]).toEqual(['published', 1]);
      expect(await value('1890-Q1')).toEqual([12, 1]);
      expect(await whole.rows('select file_name, added from import_run')).toEqual([{ file_name: 'siffror.csv', added: 2 }]);
      expect(await whole.rows('select content from import_upload')).toEqual([{ content: null }]);
      const again = await office.checked(twoNew);
      expect([again.outcome?.unchanged, again.may.includes('confirm')]).toEqual([2, false]);
    },
    PATIENCE_MS,
  );

  it(
    'tells every refused row in words of both languages, as a list to mend too, and cannot be confirmed',
    async () => {
      const preview = await office.checked(fileOf(line({ period: '1890-Q1', value: 'tolv' }), line({ code: '884', period: '1890-Q2' })));
      expect(preview.outcome?.refused).toBe(2);
      expect((await office.rows(preview, 'refused')).items).toEqual([
        {
          ...{ row: 2, indicator: 'foretagsbesok', territory: 'Vimmerby', period: '1890-Q1', becomes: 'tolv' },
          column: 'value',
          reason: { sv: 'Det här är inget tal. Skriv 1234,5 eller 1 234,5.', en: 'This is no number. Write 1234.5 or 1 234.5.' },
        },
        {
          ...{ row: 3, indicator: 'foretagsbesok', territory: 'Vimmerby', period: '1890-Q2', becomes: '40' },
          column: 'municipality_code',
          reason: {
            sv: 'Koden 884 är nog 0884. Låt kalkylbladet behålla den som text.',
            en: 'The code 884 is probably 0884. Let the spreadsheet keep it as text.',
          },
        },
      ]);
      const csv = await (await whole.as('reporter')).get(`/api/imports/${preview.id}/refused.csv?language=sv`);
      expect(csv.text).toContain('"tolv";"besök";"Besöksboken";"2";"value";"Det här är inget tal. Skriv 1234,5 eller 1 234,5."\r\n');
      expect(coded(await office.step(preview, { step: 'confirm' }))).toEqual([409, 'import.refused-rows']);
    },
    PATIENCE_MS,
  );

  it(
    'shows beside what is refused what the others would do',
    async () => {
      await published(twoNew);
      const preview = await office.checked(
        fileOf(
          line({ period: '1890-Q1', value: '12' }),
          line({ period: '1890-Q2', value: '14' }),
          line({ period: '1890-Q3', value: '15' }),
          ...Array.from({ length: 300 }, (_, at) => line({ period: '1890-Q4', value: `x${at}` })),
          'för;få;celler',
        ),
      );
      expect(preview.outcome).toEqual(jasmine.objectContaining({ rows: 304, unchanged: 1, changed: 1, added: 1, refused: 301 }));
      expect((await office.rows(preview, 'changed')).items).toEqual([jasmine.objectContaining({ row: 3, was: '13', becomes: '14' })]);
      expect((await office.rows(preview, 'refused', '&q=x29')).total).toBe(11);
      expect((await office.rows(preview, 'refused', '&q=inget tal')).total).toBe(300);
      expect((await office.rows(preview, 'refused', '&q=celler')).items).toEqual([jasmine.objectContaining({ row: 305 })]);
    },
    PATIENCE_MS,
  );

  it(
    'is read as whoever sends it says: what stands between its cells and before its decimals, its letters, and where its headings stand',
    async () => {
      const text = ['Besökt', 'Område|Indikator|Period|Värde|Enhet', 'Vimmerby|foretagsbesok|1890-Q1|1,234|besök'].join('\n');
      const sent = await office.sent(text);
      expect(sent.found).toEqual(jasmine.objectContaining({ separator: '|', encoding: 'utf-8', headerRow: 2 }));
      const asked = await office.after(await office.choose(sent, { source: 'Boken' }), { step: 'check' });
      expect(asked.outcome?.questions.map(({ code }) => code)).toEqual(['value.ambiguous-mark']);
      const form = { ...asked.choices.form, decimal: '.' as const };
      const told = await office.after(await office.choose(asked, { form, accept: ['limits'] }), { step: 'check' });
      expect((await office.rows(told, 'added')).items).toEqual([jasmine.objectContaining({ row: 3, becomes: '1234' })]);
      const otherwise = await office.choose(told, { form: { separator: ' ', headerRow: 1, encoding: 'macintosh' } });
      expect(otherwise.found).toEqual(
        jasmine.objectContaining({ separator: ' ', headerRow: 1, encoding: 'macintosh', headings: ['Bes√∂kt'] }),
      );
      const unreadable = await office.choose(otherwise, { form: { encoding: 'utf-16be' } });
      expect(unreadable.found.refused.map(({ code }) => code)).toEqual(['file.other-letters']);
      const back = await office.choose(unreadable, { form: { separator: '|' } });
      expect(back.found.headings).toEqual(['Område', 'Indikator', 'Period', 'Värde', 'Enhet']);
    },
    PATIENCE_MS,
  );

  it(
    'knows from the heading which area of one name is meant, and else asks',
    async () => {
      const order = { by: OPERATOR, record: { reason: 'Ny ort' }, action: 'territory.add', subject: 'territory', facts: {} } as const;
      const town = { code: '0884-vimmerby', kind: 'locality', name: { sv: 'Vimmerby' }, parent: '0884' } as const;
      await whole.app.get(Amending).amend(order, (amendment) => whole.app.get(AddTerritory).add(amendment, town));
      const of = (heading: string): string => `${heading};Indikator;Period;Värde;Enhet\nVimmerby;foretagsbesok;1890-Q1;12;besök`;
      expect((await office.checked(of('Kommun'))).outcome).toEqual(jasmine.objectContaining({ added: 1, refused: 0 }));
      const asked = await office.checked(of('Område'));
      expect(asked.outcome?.questions.map(({ code }) => code)).toEqual(['territory.ambiguous']);
      const answered = await office.after(await office.choose(asked, { areaKind: 'municipality' }), { step: 'check' });
      expect(answered.outcome).toEqual(jasmine.objectContaining({ added: 1, refused: 0 }));
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
      const sent = (await office.send(others)).json<ImportView>();
      expect(sent.found).toEqual(
        jasmine.objectContaining({ separator: ';', headerRow: 3, headings: ['Kommun', 'Nyckeltal', 'Kvartal', 'Antal'] }),
      );
      const mapping = {
        columns: { ...sent.choices.mapping?.columns, value: { column: 'Antal' }, unit: { text: 'besök' } },
        breakdown: [],
        only: {},
        marks: {},
      };
      const asked = await office.after(await office.choose(sent, { source: 'Boken', mapping }), { step: 'check' });
      expect(asked.outcome?.questions).toEqual([
        jasmine.objectContaining({ code: 'mark.unexplained', mark: '..', proposed: 'not-measured' }),
      ]);
      const told = await office.after(await office.choose(asked, { mapping: { ...mapping, marks: { '..': 'not-measured' } } }), {
        step: 'check',
      });
      expect([told.outcome?.added, told.outcome?.refused]).toEqual([2, 0]);
      await office.after(await office.after(told, { step: 'confirm' }), { step: 'approve' }, 'reviewer');
      const next = (await office.send(others.replace('12', '14'))).json<ImportView>();
      expect([next.choices.source, next.choices.mapping?.columns['value']]).toEqual(['Boken', { column: 'Antal' }]);
    },
    PATIENCE_MS,
  );

  it(
    'is checked anew, and nothing of it is stored, where what it changes was changed since the preview',
    async () => {
      const stale = await office.after(await office.checked(twoNew), { step: 'confirm' });
      await published(fileOf(line({ period: '1890-Q1', value: '99' })));
      const anew = await office.after(stale, { step: 'approve' }, 'reviewer');
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
        fileOf(
          line({ period: '1890-Q1', value: '20' }),
          line({ period: '1890-Q2', value: '21' }),
          line({ period: '1890-Q3', value: '22' }),
        ),
      );
      await published(fileOf(line({ period: '1890-Q2', value: '30' })));
      const withdrawn = await office.after(second, { step: 'withdraw', reason: 'Fel fil' }, 'reviewer');
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
      expect((await office.after(await office.checked(twoNew), { step: 'confirm' })).state).toBe('published');
    },
    PATIENCE_MS,
  );

  it(
    'has one effect by a double click, and is nobody else’s before it is submitted',
    async () => {
      const preview = await office.checked(twoNew);
      expect(coded(await (await whole.as('reviewer')).get(`/api/imports/${preview.id}`))).toEqual([404, 'import.not-found']);
      const key = randomUUID();
      const [first, second] = await Promise.all([
        office.step(preview, { step: 'confirm' }, 'reporter', key),
        office.step(preview, { step: 'confirm' }),
      ]);
      expect([first.status, second.status].sort()).toEqual([201, 412]);
      expect(coded(await office.step(await office.view(preview), { step: 'approve' }))).toEqual([403, 'permission.forbidden']);
      expect(coded(await office.step(preview, { step: 'confirm' }))).toEqual([412, 'import.changed-meanwhile']);
    },
    PATIENCE_MS,
  );

  it('that is no table says what it is, and what to do', async () => {
    const { found } = (await office.send('%PDF-1.7 …')).json<ImportView>();
    expect(found.refused).toEqual([
      jasmine.objectContaining({ code: 'file.other-format', reason: { sv: 'Filen är en PDF.', en: 'The file is a PDF.' } }),
    ]);
    expect(coded(await office.send(''))).toEqual([422, 'import.empty-file']);
    expect(
      (
        await (
          await whole.as('reporter')
        ).ask('POST', '/api/tasks/answers', { body: Buffer.from('x'), headers: { 'content-type': 'application/octet-stream' } })
      ).status,
    ).toBe(415);
  });
});

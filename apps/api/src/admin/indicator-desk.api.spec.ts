import type { BreakInForce, DefinitionInForce, IndicatorPageView, IndicatorRegister, PointNoteInForce } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const PATH = '/api/admin/indicators';
const both = (text: string) => ({ sv: text, en: text });

describe('the desk of indicators', () => {
  let whole: WholeApplication;
  let administrator: Visitor;
  beforeAll(async () => {
    whole = await wholeApplication();
    administrator = await whole.as('administrator');
  }, 120_000);
  afterAll(() => whole.close());

  const made = (revision: number, key: string = randomUUID()) => ({ 'if-match': `"${revision}"`, 'idempotency-key': key });
  const once = () => ({ 'idempotency-key': randomUUID() });
  const pageOf = async (slug: string) => (await whole.visitor().get(`/api/indicators/${slug}`)).json<IndicatorPageView>();
  /** Visits, as somebody writes them down for the first time. */
  const someDefinition = (different: object = {}) => ({
    ...{
      name: both('Nya besök'),
      definition: both('Antal besök.'),
      unit: both('besök'),
      decimals: 0,
      direction: 'increase',
      cadence: 'quarter',
    },
    ...{ aggregation: 'sum', lagDays: 5, graceDays: 30, source: { name: 'Egen räkning' } },
    ...different,
  });

  describe('lists them', () => {
    it('with who answers, where they hang, what is late and what has no target', async () => {
      const { indicators } = (await administrator.get(PATH)).json<IndicatorRegister>();
      const visits = indicators.find(({ slug }) => slug === 'foretagsbesok');
      expect(visits).toEqual(
        jasmine.objectContaining({
          owner: jasmine.objectContaining({ slug: 'utvecklingsavdelningen' }),
          areas: [jasmine.objectContaining({ slug: 'leva' })],
          hasTarget: true,
          isDerived: false,
          late: jasmine.objectContaining({ period: jasmine.stringMatching(/-Q\d$/) }),
        }),
      );
      expect(indicators.find(({ slug }) => slug === 'biblioteksbesok')).toEqual(jasmine.objectContaining({ areas: [], hasTarget: false }));
    });

    it('as a file for Excel', async () => {
      const { status, text, headers } = await administrator.get(`${PATH}.csv`);
      expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
      expect(text.split('\r\n')[0]).toMatch(/^\ufeffIndikator;Adress;Ansvarig/);
      expect(text).toMatch(/;foretagsbesok;.*;ja;nej;\r\n/);
    });

    for (const person of ['reporter', 'reviewer', 'politician', 'nobody'] as const) {
      it(`not to a ${person}`, async () => expect((await (await whole.as(person)).get(PATH)).status).toBe(403));
    }
  });

  describe('adds one', () => {
    it('that can be read at once, once however often it is sent, and no other of the same address', async () => {
      const [headers, body] = [once(), { slug: 'nya-besok', definition: someDefinition({ influence: 'own', kind: 'performance' }) }];
      const answers = [await administrator.post(PATH, body, headers), await administrator.post(PATH, body, headers)];
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect(answers[0]?.json<DefinitionInForce>().revision).toBe(1);
      const { facts } = await pageOf('nya-besok');
      expect(facts.map(({ term, told }) => `${term.sv}: ${told.sv}`)).toEqual([
        'Mäts: varje kvartal',
        'Rådighet: kommunen råder över den',
        'Visar: vad verksamheten åstadkommer',
      ]);
      const again = await administrator.post(PATH, body, once());
      expect([again.status, again.json<{ code: string }>().code]).toEqual([409, 'indicator.exists']);
    });

    it('that is computed: it shows its figures, and takes none', async () => {
      const formula = { kind: 'sum', parts: ['foretagsbesok', 'biblioteksbesok'] };
      const body = { slug: 'alla-besok', definition: someDefinition({ formula, owner: 'utvecklingsavdelningen' }) };
      expect((await administrator.post(PATH, body, once())).status).toBe(201);
      const page = await pageOf('alla-besok');
      expect(page.points.length).toBeGreaterThan(0);
      expect(new Set(page.points.map(({ provenance }) => provenance))).toEqual(new Set(['derived']));
      expect(page.facts.map(({ term, told }) => `${term.sv}: ${told.sv}`)[1]).toMatch(/^Räknas fram som: .+ \+ .+$/);
      const reporter = await whole.as('reporter');
      const entry = { indicator: 'alla-besok', period: '2024-Q3', value: 1, quality: 'final', answers: [] };
      for (const answer of [
        await reporter.post('/api/entries', entry, once()),
        await reporter.get('/api/entry-form?indicator=alla-besok&period=2024-Q3'),
      ])
        expect([answer.status, answer.json<{ code: string }>().code]).toEqual([422, 'indicator.derived']);
      const tasks = (await reporter.get('/api/tasks')).text;
      expect(tasks).toContain('foretagsbesok');
      expect(tasks).not.toContain('alla-besok');
    });

    it('not out of one that has figures of its own', async () => {
      await administrator.post(PATH, { slug: 'prov-besok', definition: someDefinition() }, once());
      const there = (await administrator.get(`${PATH}/foretagsbesok/definition`)).json<DefinitionInForce>();
      const definition = someDefinition({ formula: { kind: 'sum', parts: ['biblioteksbesok', 'prov-besok'] } });
      const answer = await administrator.put(`${PATH}/foretagsbesok/definition`, { definition, reason: 'Prov' }, made(there.revision));
      expect([answer.status, answer.json<{ code: string }>().code]).withContext(answer.text).toEqual([422, 'definition.is-recorded']);
    });
  });

  describe('ends one', () => {
    it('whose page says so, why and what replaces it, and for which nothing is due or taken any more', async () => {
      const ending = { after: '2024-Q1', reason: both('Räknaren är borta.'), replacedBy: 'foretagsbesok' };
      const definition = someDefinition({ name: both('Biblioteksbesök'), owner: 'kultur', ending });
      const { revision } = (await administrator.get(`${PATH}/biblioteksbesok/definition`)).json<DefinitionInForce>();
      expect((await administrator.put(`${PATH}/biblioteksbesok/definition`, { definition, reason: 'Slut' }, made(revision))).status).toBe(
        200,
      );
      const page = await pageOf('biblioteksbesok');
      expect(page.headline.sv.apart).toContain('Upphörd: mäts inte efter kvartal 1 2024.');
      expect(page.facts.slice(0, 2).map(({ told, link }) => [told.sv, link])).toEqual([
        ['Sista perioden är kvartal 1 2024. Räknaren är borta.', undefined],
        [jasmine.any(String), '/indikator/foretagsbesok'],
      ]);
      const entry = { indicator: 'biblioteksbesok', period: '2024-Q2', value: 1, quality: 'final', answers: [] };
      const refused = await (await whole.as('neighbour')).post('/api/entries', entry, once());
      expect(refused.json<{ code: string }>().code).toBe('period.after-end');
    });
  });

  describe('marks breaks', () => {
    it('and takes them back, each from the revision that was read', async () => {
      const path = `${PATH}/foretagsbesok/breaks/2023-Q1`;
      const breaking = { kind: 'break', reason: both('Ny räknare.') };
      const there = await administrator.put(path, { breaking, reason: 'Ny räknare' }, made(0));
      expect([there.status, there.json<BreakInForce>().revision]).toEqual([200, 1]);
      expect((await pageOf('foretagsbesok')).indicator.breaks.map(({ firstPeriod }) => firstPeriod)).toEqual(['2023-Q1']);
      expect((await administrator.put(path, { breaking, reason: 'Igen' }, made(0))).status).toBe(412);
      const gone = await administrator.put(path, { breaking: { kind: 'none' }, reason: 'Samma räknare' }, made(1));
      expect(gone.json<BreakInForce>()).toEqual(jasmine.objectContaining({ revision: 2, isWithdrawn: true }));
      expect((await pageOf('foretagsbesok')).indicator.breaks).toEqual([]);
    });
  });

  describe('notes on single figures', () => {
    const path = `${PATH}/foretagsbesok/notes/2024-Q1`;
    const note = (text: string, reason?: string) => ({ noting: { kind: 'note', text: both(text) }, reason });
    const noteOf = async () => (await pageOf('foretagsbesok')).points.find(({ period }) => period === '2024-Q1')?.note;

    it('are shown with the figure, said otherwise for a reason, and taken away', async () => {
      expect((await administrator.put(path, note('Mässan hölls i januari.'), made(0))).status).toBe(200);
      expect(await noteOf()).toEqual(both('Mässan hölls i januari.'));
      const silent = await administrator.put(path, note('Mässan hölls i februari.'), made(1));
      expect(silent.json<{ code: string }>().code).toBe('change.reason-required');
      expect((await administrator.put(path, note('Mässan hölls i februari.', 'Fel månad'), made(1))).status).toBe(200);
      expect((await administrator.put(path, note('Ingen mässa.', 'Fel'), made(1))).status).toBe(412);
      const gone = await administrator.put(path, { noting: { kind: 'none' }, reason: 'Hör inte hit' }, made(2));
      expect(gone.json<PointNoteInForce>()).toEqual(jasmine.objectContaining({ revision: 3, isWithdrawn: true }));
      expect(await noteOf()).toBeUndefined();
    });

    const refused: [what: string, at: string, body: object, code: string][] = [
      ['of a period that is not measured', '2024', note('Hej'), 'period.wrong-cadence'],
      ['of a place that is not there', '2023-Q2', { ...note('Hej'), territory: '9999' }, 'territory.not-found'],
      ['that are not there, taken away', '2023-Q2', { noting: { kind: 'none' }, reason: 'Fel' }, 'point-note.not-found'],
    ];
    for (const [what, at, body, code] of refused) {
      it(`${what} are refused`, async () => {
        const answer = await administrator.put(`${PATH}/foretagsbesok/notes/${at}`, body, made(0));
        expect(answer.json<{ code: string }>().code).toBe(code);
      });
    }

    it('are not written by a reporter', async () =>
      expect((await (await whole.as('reporter')).put(path, note('Hej'), made(3))).status).toBe(403));
  });
});

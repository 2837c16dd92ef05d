import type { EntryFigure, EntryView, ReviewQueue, SeriesView } from '@slusen/contracts';
import { MISSING_KINDS, QUALITIES } from '@slusen/domain';
import { DataSource } from 'typeorm';
import { Publications } from '../observations/publications.js';
import { begin, entryIn, Quarters, rewrite, submitted, take } from '../testing/entry-desk.js';
import { Seed } from '../testing/seed.js';
import type { Visitor } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

type Figure = Partial<EntryFigure>;

describe('what is entered of a figure', () => {
  let whole: WholeApplication;
  let reporter: Visitor;
  let reviewer: Visitor;
  let seed: Seed;
  let development: number;
  const quarters = new Quarters();
  let made = 0;
  beforeAll(async () => {
    whole = await wholeApplication();
    [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    seed = new Seed(whole.app.get(DataSource).manager);
    development = (await whole.rows<{ id: number }>(`select id from actor where slug = 'utvecklingsavdelningen'`))[0]!.id;
  }, 120_000);
  afterAll(() => whole.close());

  /** A yearly indicator of the reporter's department. */
  async function newIndicator(different: Parameters<Seed['indicator']>[1] = {}): Promise<{ slug: string; id: number }> {
    const slug = `eget-${++made}`;
    const id = await seed.indicator(slug, { ownerId: development, sourceName: 'Egen räkning', ...different });
    whole.app.get(Publications).announce('everything');
    return { slug, id };
  }
  const pointAt = async (period: string, query = '', slug = 'foretagsbesok') =>
    (await whole.visitor().get(`/api/indicators/${slug}/series${query}`))
      .json<SeriesView>()
      .points.find((point) => point.period === period);
  const approve = async (entry: EntryView) => entryIn(await take(reviewer, entry, { action: 'approve' }));

  const full = { value: 12.345678, quality: 'estimated', margin: 0.5, respondents: 412, comment: 'Räknat\nför hand', sourceNote: 'Besöksboken', link: 'https://vimmerby.se/bok', reason: undefined } as const; // prettier-ignore
  const figures: readonly (readonly [what: string, figure: Figure, shown: object])[] = [
    ['every field', full, { value: 12.345678, quality: 'estimated', margin: 0.5, respondents: 412, source: 'Besöksboken' }],
    ['a sum with what it makes', { value: 49, calculation: '48+1' }, { value: 49 }],
    ['a value alone', { value: 7 }, { value: 7, quality: 'final', source: 'Egen räkning' }],
    ['nothing, which is a value', { value: 0, margin: 0, respondents: 0 }, { value: 0, margin: 0, respondents: 0 }],
    ...QUALITIES.map((quality) => [`the quality ${quality}`, { value: 1, quality }, { quality }] as const),
    ...MISSING_KINDS.map((missing) => [`that there is none: ${missing}`, { value: undefined, missing }, { missing }] as const),
  ];
  for (const [what, figure, shown] of figures) {
    it(`comes back as it was written, reaches its reviewer, and is public once it is approved: ${what}`, async () => {
      const period = quarters.next();
      const { id } = await submitted(reporter, period, figure);
      const written = Object.fromEntries(Object.entries(figure).filter(([, value]) => value !== undefined));
      for (const who of [reporter, reviewer])
        expect((await who.get(`/api/entries/${id}`)).json<EntryView>()).toEqual(jasmine.objectContaining(written));
      await approve((await reviewer.get(`/api/entries/${id}`)).json<EntryView>());
      const point = await pointAt(period);
      expect(point).toEqual(jasmine.objectContaining({ period, revision: 1, provenance: 'exact', ...shown }));
      if ('missing' in figure) expect(point?.value).toBeUndefined();
    });
  }

  it('is rewritten as a whole: what is left out is gone', async () => {
    const draft = entryIn(await begin(reporter, quarters.next(), full));
    const bare = entryIn(await rewrite(reporter, draft, { missing: 'confidential' }));
    for (const field of ['value', 'margin', 'respondents', 'comment', 'sourceNote', 'link'] as const)
      expect(bare[field]).withContext(field).toBeUndefined();
    expect((await reporter.get(`/api/entries/${draft.id}`)).json<EntryView>()).toEqual(
      jasmine.objectContaining({ missing: 'confidential', quality: 'final' }),
    );
  });

  it('keeps to itself what is for the reviewer only', async () => {
    const period = quarters.next();
    await approve(
      await submitted(reporter, period, {
        value: 8,
        comment: 'HEMLIGT-KOMMENTAR',
        link: 'https://vimmerby.se/HEMLIGT-LINK',
        calculation: '7777+1-7770',
      }),
    );
    for (const url of [
      '/api/indicators/foretagsbesok',
      '/api/indicators/foretagsbesok/series',
      '/api/indicators/foretagsbesok/series.csv',
      '/api/start',
    ])
      expect((await whole.visitor().get(url)).text)
        .withContext(url)
        .not.toMatch(/HEMLIGT|7777/);
  });

  it('belongs to its part, its place and its period, which do not meet', async () => {
    const { slug } = await newIndicator({ perLocality: ['0884-frodinge'] });
    const places = [
      {},
      { breakdown: 'kon=kvinnor' },
      { territory: '0884-frodinge' },
      { territory: '0884-frodinge', breakdown: 'kon=kvinnor' },
    ];
    for (const [at, place] of places.entries())
      await approve(await submitted(reporter, '2024', { indicator: slug, value: at + 1, ...place }));
    const queries = ['', '?breakdown=kon=kvinnor', '?territory=0884-frodinge', '?territory=0884-frodinge&breakdown=kon=kvinnor'];
    expect(await Promise.all(queries.map(async (query) => (await pointAt('2024', query, slug))?.value))).toEqual([1, 2, 3, 4]);
  });

  it('of an indicator that is made up is made up too', async () => {
    const { slug } = await newIndicator({ isExample: true });
    await approve(await submitted(reporter, '2024', { indicator: slug, value: 1 }));
    expect((await pointAt('2024', '', slug))?.provenance).toBe('example');
  });

  it('in the place of an invented figure stays invented', async () => {
    const { slug, id } = await newIndicator();
    await seed.figures({ indicator: id }, { 2024: 1 }, { provenance: 'example' });
    await approve(await submitted(reporter, '2024', { indicator: slug, value: 2, provenance: 'rounded', reason: 'Räknat om.' }));
    expect(await pointAt('2024', '', slug)).toEqual(jasmine.objectContaining({ value: 2, provenance: 'example' }));
  });

  it('of a value that was approved asks nothing, neither its reporter nor its reviewer', async () => {
    const { slug, id } = await newIndicator({ max: 5 });
    await seed.figures({ indicator: id }, { 2024: 9 });
    const correction = { indicator: slug, sourceNote: 'Pärm 2', reason: 'Fel källa.' };
    const waiting = await submitted(reporter, '2024', { ...correction, value: 9 });
    expect((await reviewer.get(`/api/entries/${waiting.id}`)).json<EntryView>().questions).toEqual([]);
    await approve(waiting);
    expect(entryIn(await begin(reporter, '2024', { ...correction, value: 10 })).questions.map(({ kind }) => kind)).toEqual([
      'outside-limits',
    ]);
  });

  describe('is asked about', () => {
    const steady = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [2016 + at, 100 + at * 10]));
    const cases: readonly [what: string, definition: Parameters<Seed['indicator']>[1], figures: Record<string, number>, value: number, kinds: string[]][] = [
      ['within its limits: nothing', { min: 0, max: 200 }, {}, 200, []],
      ['above its limits', { max: 200 }, {}, 201, ['outside-limits']],
      ['below its limits', { min: 0 }, {}, -1, ['outside-limits']],
      ['three times the usual change: nothing', {}, steady, 200, []],
      ['more than three times the usual change', {}, steady, 201, ['unusual-change']],
      ['the same as before', {}, steady, 170, ['repeated']],
      ['the same as before, where it may be', { mayRepeat: true }, steady, 170, []],
      ['any change, after too few to say what is usual', {}, { 2022: 1, 2023: 2 }, 199, []],
      ['a hundredfold jump, however few', {}, { 2023: 2 }, 200, ['jump']],
      ['a hundredfold jump, where there have been losses: nothing', {}, { 2020: -1, 2023: 2 }, 200, []],
      ['more decimals than the indicator has', { decimals: 1 }, {}, 1.25, ['decimals']],
      ['both of what stands out', { max: 500 }, steady, 9999, ['outside-limits', 'unusual-change']],
    ]; // prettier-ignore
    for (const [what, definition, history, value, kinds] of cases) {
      it(`when it should be, and only then: ${what}`, async () => {
        const { slug, id } = await newIndicator(definition);
        await seed.figures({ indicator: id }, history);
        const draft = entryIn(await begin(reporter, '2024', { indicator: slug, value, answers: [] }));
        expect(draft.questions.map(({ kind }) => kind)).toEqual(kinds as never);
        const answer = await take(reporter, draft, { action: 'submit' });
        expect(answer.problem.facts?.['kinds']).toEqual(kinds.length > 0 ? (kinds as never) : undefined);
        expect(answer.status).toBe(kinds.length > 0 ? 422 : 200);
      });
    }

    it('by its balance with the figures of others in the same place, public ones only', async () => {
      const [born, dead] = [await newIndicator({ nameSv: 'Födda' }), await newIndicator({ nameSv: 'Döda' })];
      const slug = `eget-${made + 1}`;
      const term = (indicator: string, sign: 1 | -1, at: 'same-period' | 'previous-period') => ({
        indicator,
        sign,
        at,
        name: { sv: indicator },
      });
      const terms = [term(slug, 1, 'previous-period'), term(born.slug, 1, 'same-period'), term(dead.slug, -1, 'same-period')];
      const own = await newIndicator({ balance: { terms } });
      await seed.figures({ indicator: own.id }, { 2023: 1000 });
      await seed.figures({ indicator: born.id }, { 2024: 30 });
      await seed.figures({ indicator: dead.id, territory: '0884-frodinge' }, { 2024: 999 });
      const kinds = async (value: number): Promise<string[]> => {
        const form = await reporter.get(`/api/entry-form?indicator=${own.slug}&period=2024`);
        const open = form.json<{ entry?: EntryView }>().entry;
        const entry = open
          ? await rewrite(reporter, open, { value, answers: [] })
          : await begin(reporter, '2024', { indicator: own.slug, value, answers: [] });
        return entryIn(entry).questions.map(({ kind }) => kind);
      };
      expect(await kinds(1001))
        .withContext('a part is missing')
        .toEqual([]);
      await seed.figures({ indicator: dead.id }, { 2024: 10 }, { publishAt: new Date('2999-01-01') });
      expect(await kinds(1002))
        .withContext('a part waits for its time')
        .toEqual([]);
      await seed.figures({ indicator: dead.id }, { 2024: 10 }, { revision: 2 });
      expect(await kinds(1020)).toEqual([]);
      expect(await kinds(1021)).toEqual(['balance']);
    });
  });

  it('waits for review in its turn, and in parts that together are the whole', async () => {
    for (let waiting = 0; waiting < 5; waiting++) await submitted(reporter, quarters.next());
    const read = async (query: string) => (await reviewer.get(`/api/review-queue?${query}`)).json<ReviewQueue>();
    const whole = await read('limit=1000');
    const offsets = Array.from({ length: Math.ceil(whole.total / 3) }, (_, at) => at * 3);
    const parts = await Promise.all(offsets.map((offset) => read(`limit=3&offset=${offset}`)));
    expect(parts.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(whole.items.map(({ id }) => id));
    expect(new Set(parts.map(({ total }) => total))).toEqual(new Set([whole.total]));
    expect((await read('limit=3&offset=999999')).items).toEqual([]);
  });
});

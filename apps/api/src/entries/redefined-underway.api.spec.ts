import type { DefinitionInForce, EntryView, ReviewQueue, SeriesView } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Publications } from '../observations/publications.js';
import { begin, entryIn, submitted, take } from '../testing/entry-desk.js';
import type { Person } from '../testing/office.js';
import { Seed } from '../testing/seed.js';
import { coded, type Answer } from '../testing/visitor.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const ENGLISH = { name: { sv: 'Eget mått', en: 'Own measure' }, definition: { sv: 'Antal.', en: 'Number.' } };

describe('an entry under way while its indicator is defined anew', () => {
  let whole: WholeApplication;
  let made = 0;
  beforeAll(async () => (whole = await wholeApplication()), 120_000);
  afterAll(() => whole.close());

  async function newIndicator(): Promise<string> {
    const slug = `omdefinierat-${++made}`;
    const [owner] = await whole.rows<{ id: number }>(`select id from actor where slug = 'utvecklingsavdelningen'`);
    await new Seed(whole.app.get(DataSource).manager).indicator(slug, { ownerId: owner!.id, cadence: 'quarter', aggregation: 'sum' });
    whole.app.get(Publications).announce('everything');
    return slug;
  }
  /** Defines it otherwise on the strategist's screen. */
  async function redefine(slug: string, change: object): Promise<Answer> {
    const strategist = await whole.as('strategist');
    const path = `/api/admin/indicators/${slug}/definition`;
    const { revision, definition } = (await strategist.get(path)).json<DefinitionInForce>();
    const body = { definition: { ...definition, ...ENGLISH, ...change }, reason: 'Omorganisation' };
    return strategist.put(path, body, { 'if-match': `"${revision}"`, 'idempotency-key': randomUUID() });
  }
  const read = async (person: Person, id: string) => (await whole.as(person)).get(`/api/entries/${id}`);
  const queueOf = async (person: Person) =>
    (await (await whole.as(person)).get('/api/review-queue?limit=1000')).json<ReviewQueue>().items.map(({ id }) => id);

  it('goes over to the department that answers for it from then on, with all rights, and is out of the others’ sight', async () => {
    const slug = await newIndicator();
    const waiting = await submitted(await whole.as('reporter'), '2024-Q3', { indicator: slug, value: 7 });
    expect((await redefine(slug, { owner: 'kultur' })).status).toBe(200);
    for (const person of ['reporter', 'colleague', 'reviewer', 'both'] as const)
      expect(coded(await read(person, waiting.id)))
        .withContext(person)
        .toEqual([404, 'entry.not-found']);
    for (const person of ['neighbour', 'critic'] as const)
      expect((await read(person, waiting.id)).status)
        .withContext(person)
        .toBe(200);
    expect([(await queueOf('reviewer')).includes(waiting.id), (await queueOf('critic')).includes(waiting.id)]).toEqual([false, true]);
    expect(coded(await take(await whole.as('reviewer'), waiting, { action: 'approve' }))).toEqual([404, 'entry.not-found']);
    entryIn(await take(await whole.as('critic'), waiting, { action: 'approve' }));
    const { points } = (await whole.visitor().get(`/api/indicators/${slug}/series`)).json<SeriesView>();
    expect(points.map(({ value, approvedBy }) => [value, approvedBy?.sv])).toEqual([[7, 'Kultur']]);
  });

  it('of an indicator that nobody answers for any more is nobody’s', async () => {
    const slug = await newIndicator();
    const waiting = await submitted(await whole.as('reporter'), '2024-Q3', { indicator: slug, value: 7 });
    expect((await redefine(slug, { owner: undefined })).status).toBe(200);
    for (const person of ['reporter', 'reviewer', 'neighbour', 'critic', 'administrator'] as const)
      expect(coded(await read(person, waiting.id)))
        .withContext(person)
        .toEqual([404, 'entry.not-found']);
  });

  it('is asked by the limits of now, not by those of when it was begun', async () => {
    const slug = await newIndicator();
    const draft = entryIn(await begin(await whole.as('reporter'), '2024-Q3', { indicator: slug, value: 7, answers: [] }));
    expect(draft.questions).toEqual([]);
    expect((await redefine(slug, { max: 5 })).status).toBe(200);
    expect(coded(await take(await whole.as('reporter'), draft, { action: 'submit' }))).toEqual([422, 'entry.unanswered-plausibility']);
    expect((await read('reporter', draft.id)).json<EntryView>().questions.map(({ kind }) => kind)).toEqual(['outside-limits']);
  });

  it('is not submitted or approved for a period that the indicator is no longer measured in', async () => {
    const slug = await newIndicator();
    const [reporter, reviewer] = [await whole.as('reporter'), await whole.as('reviewer')];
    const draft = entryIn(await begin(reporter, '2024-Q3', { indicator: slug, value: 7 }));
    const waiting = await submitted(reporter, '2024-Q2', { indicator: slug, value: 7 });
    expect((await redefine(slug, { cadence: 'year' })).status).toBe(200);
    expect(coded(await take(reporter, draft, { action: 'submit' }))).toEqual([422, 'period.wrong-cadence']);
    expect(coded(await take(reviewer, waiting, { action: 'approve' }))).toEqual([422, 'period.wrong-cadence']);
    expect(await whole.rows('select 1 from observation where entry_id = any($1::uuid[])', [[draft.id, waiting.id]])).toEqual([]);
    expect(entryIn(await take(reviewer, waiting, { action: 'return', reason: 'Mäts numera per år' })).state).toBe('returned');
  });

  it('keeps its cadence once a figure of it is approved', async () => {
    const slug = await newIndicator();
    const waiting = await submitted(await whole.as('reporter'), '2024-Q3', { indicator: slug, value: 7 });
    entryIn(await take(await whole.as('reviewer'), waiting, { action: 'approve' }));
    expect(coded(await redefine(slug, { cadence: 'year' }))).toEqual([422, 'definition.has-figures']);
    expect((await redefine(slug, { cadence: 'quarter', decimals: 2 })).status).toBe(200);
  });
});

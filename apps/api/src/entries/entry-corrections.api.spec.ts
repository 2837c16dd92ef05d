import type { EntryForm, EntryView, IndicatorPageView, ReviewQueue } from '@slusen/contracts';
import { DataSource } from 'typeorm';
import { begin, entryIn, Quarters, submitted, take } from '../testing/entry-desk.js';
import { coded, type Visitor } from '../testing/visitor.js';
import { Seed } from '../testing/seed.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

describe('a figure that was approved', () => {
  let whole: WholeApplication;
  let reporter: Visitor;
  let reviewer: Visitor;
  const quarters = new Quarters();
  beforeAll(async () => {
    whole = await wholeApplication();
    [reporter, reviewer] = await Promise.all([whole.as('reporter'), whole.as('reviewer')]);
  }, 120_000);
  afterAll(() => whole.close());

  const formOf = async (period: string) =>
    (await reporter.get(`/api/entry-form?indicator=foretagsbesok&period=${period}&territory=0884`)).json<EntryForm>();
  const page = async () => (await whole.visitor().get('/api/indicators/foretagsbesok')).json<IndicatorPageView>();
  const approve = async (period: string, figure: Readonly<Record<string, unknown>>, reason?: string): Promise<EntryView> => {
    const draft = entryIn(await begin(reporter, period, figure));
    const waiting = entryIn(await take(reporter, draft, { action: 'submit', ...(reason && { reason }) }));
    return entryIn(await take(reviewer, waiting, { action: 'approve' }));
  };
  const SURVEY = {
    value: 31,
    quality: 'preliminary',
    provenance: 'derived',
    provenanceNote: 'Summan av två listor',
    margin: 2,
    respondents: 40,
    sourceNote: 'Enkäten i våras',
    comment: 'Räknat två gånger',
    link: 'https://www.vimmerby.se/enkat',
  };

  it('is what its correction starts from, with every field', async () => {
    const period = quarters.next();
    const approved = await approve(period, SURVEY);
    const form = await formOf(period);
    expect(form.replaces).toEqual(jasmine.objectContaining({ ...SURVEY, source: 'Enkäten i våras' }));
    expect([form.entry, form.approved?.id]).toEqual([undefined, approved.id]);
    const point = (await page()).points.find((one) => one.period === period);
    expect(point).toEqual(jasmine.objectContaining({ provenance: 'derived', provenanceNote: 'Summan av två listor', margin: 2 }));
  });

  it('is what its correction is read against in the queue, not the year before', async () => {
    const period = quarters.next();
    await approve(period, SURVEY);
    const waiting = await submitted(reporter, period, { ...SURVEY, value: 33, reason: 'En lista saknades.' });
    const { items } = (await reviewer.get('/api/review-queue')).json<ReviewQueue>();
    expect(items.find(({ id }) => id === waiting.id)?.comparedWith).toEqual({ period, value: 31 });
    await take(reviewer, waiting, { action: 'approve' });
  });

  it('is made final without a reason and without questions, and that is all that is told', async () => {
    const period = quarters.next();
    await approve(period, SURVEY);
    const { items } = (await reviewer.get('/api/review-queue')).json<ReviewQueue>();
    expect(items.filter((item) => item.period === period)).toEqual([]);
    const waiting = await submitted(reporter, period, { ...SURVEY, quality: 'final' });
    const queue = (await reviewer.get('/api/review-queue')).json<ReviewQueue>();
    expect(queue.items.find(({ id }) => id === waiting.id)?.replacing).toBe('confirmation');
    await take(reviewer, waiting, { action: 'approve' });
    const told = (await page()).corrections.find((one) => one.period === period);
    expect(told).toEqual(jasmine.objectContaining({ kind: 'confirmation', revision: 2 }));
    expect([told?.from.value, told?.from.quality, told?.to.value, told?.to.quality, told?.reason]).toEqual([
      31,
      'preliminary',
      31,
      'final',
      undefined,
    ]);
  });

  for (const [what, changes] of [
    ['another value', { value: 32 }],
    ['another margin', { margin: 3 }],
    ['no word on how it was derived', { provenance: 'reported' }],
  ] as const) {
    it(`is not made final with ${what} without a reason`, async () => {
      const period = quarters.next();
      await approve(period, SURVEY);
      const draft = entryIn(await begin(reporter, period, { ...SURVEY, quality: 'final', ...changes }));
      expect(coded(await take(reporter, draft, { action: 'submit' }))).toEqual([422, 'entry.reason-required']);
    });
  }

  it('is told as both when it is made final with another value', async () => {
    const period = quarters.next();
    await approve(period, SURVEY);
    await approve(period, { ...SURVEY, quality: 'final', value: 33 }, 'Två svar kom sent');
    const told = (await page()).corrections.find((one) => one.period === period);
    expect([told?.kind, told?.from.value, told?.to.value, told?.reason]).toEqual(['revision', 31, 33, 'Två svar kom sent']);
    expect(told?.told.sv).toMatch(/^31\sbesök blev 33\sbesök, nu slutligt\. Rättat den \d+ \S+ \d{4}\.$/);
    expect(told?.told.en).toMatch(/^31\svisits became 33\svisits, now final\. Corrected on \d+ \S+ \d{4}\.$/);
  });

  it('and seen again is no correction of itself', async () => {
    const period = quarters.next();
    const first = await approve(period, SURVEY);
    await approve(period, { ...SURVEY, value: 33 }, 'Två svar kom sent');
    const again = async ({ id }: EntryView) => (await reviewer.get(`/api/entries/${id}`)).json<EntryView>();
    expect((await again(first)).replaces).toBeUndefined();
    const second = (await formOf(period)).approved!;
    expect([second.value, second.replaces?.value]).toEqual([33, 31]);
  });

  it('waits for its time, and so does its correction, which starts from it', async () => {
    const period = quarters.next();
    await approve(period, SURVEY);
    const at = new Date(Date.now() + 2 * 86_400_000);
    const [visits] = await whole.rows<{ id: number }>(`select id from indicator where slug = 'foretagsbesok'`);
    const seed = new Seed(whole.app.get(DataSource).manager);
    await seed.figures({ indicator: visits!.id }, { [period]: 35 }, { revision: 2, publishAt: at, reason: 'Två svar kom sent' });
    expect((await formOf(period)).replaces).toEqual(jasmine.objectContaining({ value: 35, publishAt: at.toISOString() }));
    await approve(period, { ...SURVEY, value: 36 }, 'Ett svar till');
    expect((await page()).points.find((one) => one.period === period)?.value).toBe(31);
    const waiting = await whole.rows('select publish_at from observation where period = $1 and value = 36', [period]);
    expect(waiting).toEqual([{ publish_at: at }]);
  });
});

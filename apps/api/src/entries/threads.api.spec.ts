import type { OpenQuestions, Thread, WrittenMessage } from '@slusen/contracts';
import { randomUUID } from 'node:crypto';
import { coded, type Answer } from '../testing/visitor.js';
import type { Person } from '../testing/office.js';
import { wholeApplication, type WholeApplication } from '../testing/whole-application.js';

const FIGURE = { indicator: 'foretagsbesok', period: '2024-Q3' };
const THREAD = '/api/threads?indicator=foretagsbesok&period=2024-Q3';

describe('a thread on a figure', () => {
  let whole: WholeApplication;
  beforeEach(async () => void (whole = await wholeApplication()), 120_000);
  afterEach(() => whole.close());

  const write = async (who: Person, sent: object, key: string = randomUUID()): Promise<Answer> =>
    (await whole.as(who)).post('/api/threads', { ...FIGURE, ...sent }, { 'idempotency-key': key });
  const read = async (who: Person): Promise<Thread> => (await (await whole.as(who)).get(THREAD)).json<Thread>();
  const questions = async (who: Person) => (await (await whole.as(who)).get('/api/threads/questions')).json<OpenQuestions>().items;
  const idOf = async (who: Person, name: Person): Promise<string> => (await read(who)).people.find((one) => one.name === name)?.id ?? '';
  const ask = async (): Promise<number> =>
    (await write('reviewer', { text: 'Räknas mässan?', asks: await idOf('reviewer', 'colleague') })).json<WrittenMessage>().id;

  it('offers whoever reports or reviews for the department, but oneself', async () => {
    expect((await read('reviewer')).people.map(({ name }) => name)).toEqual(['both', 'colleague', 'reporter', 'second']);
  });

  it('is a task of the colleague who is asked, until somebody answers', async () => {
    const id = await ask();
    expect(await questions('colleague')).toEqual([
      jasmine.objectContaining({ id, text: 'Räknas mässan?', by: 'reviewer', period: '2024-Q3', breakdown: '' }),
    ]);
    expect(await questions('reporter')).toEqual([]);
    const answered = await write('colleague', { text: 'Nej.', answers: id });
    expect(answered.status).withContext(answered.text).toBe(201);
    expect(await questions('colleague')).toEqual([]);
    expect((await read('reviewer')).messages).toEqual([
      jasmine.objectContaining({ id, isOwn: true, asks: { name: 'colleague', isYou: false, isAnswered: true } }),
      jasmine.objectContaining({ text: 'Nej.', by: 'colleague', isOwn: false, answers: id }),
    ]);
  });

  it('is said once, however often it is sent', async () => {
    const key = randomUUID();
    for (const _ of [1, 2]) expect((await write('reporter', { text: 'Klart i morgon.' }, key)).status).toBe(201);
    expect((await read('reporter')).messages.length).toBe(1);
  });

  it('is seen and written by nobody else, and asks nobody who could not read it', async () => {
    const stranger = (await whole.rows<{ id: string }>(`select id from account where username = 'critic'`))[0]?.id;
    expect(coded(await write('reviewer', { text: 'Hej', asks: stranger }))).toEqual([422, 'thread.cannot-be-asked']);
    for (const who of ['critic', 'neighbour', 'politician', 'partner'] as const) {
      expect((await (await whole.as(who)).get(THREAD)).status)
        .withContext(who)
        .toBeGreaterThanOrEqual(403);
      expect((await write(who, { text: 'Hej' })).status)
        .withContext(who)
        .toBeGreaterThanOrEqual(403);
    }
    expect((await whole.visitor().get(THREAD)).status).toBe(401);
    expect((await whole.rows('select from figure_message')).length).toBe(0);
  });

  it('refuses what makes no sense, with nothing stored', async () => {
    const id = await ask();
    const other = { indicator: 'foretagsbesok', period: '2024-Q4' };
    expect(coded(await write('colleague', { text: 'Nej', answers: id, ...other }))).toEqual([422, 'thread.not-a-question']);
    expect(coded(await write('colleague', { text: 'Nej', territory: '9999', answers: undefined }))).toEqual([404, 'territory.not-found']);
    for (const sent of [
      { text: '' },
      { text: '   ' },
      { text: 'x'.repeat(2001) },
      { text: 'a\u0000' },
      { text: 'x', asks: 'y' },
      { text: 'x', answers: 0 },
    ])
      expect(coded(await write('colleague', sent)))
        .withContext(JSON.stringify(sent))
        .toEqual([400, 'input.invalid']);
    expect((await whole.rows('select from figure_message')).length).toBe(1);
  });

  it('is in nothing public', async () => {
    await ask();
    const page = await whole.visitor().get('/api/indicators/foretagsbesok');
    expect([page.status, page.text.includes('mässan')]).toEqual([200, false]);
    const told = await whole.rows<{ payload: string }>(`select payload from audit_event where payload like '%thread.write%'`);
    expect([told.length, told.some(({ payload }) => payload.includes('mässan'))]).toEqual([1, false]);
  });
});

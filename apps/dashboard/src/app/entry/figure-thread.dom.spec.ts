import type { Thread } from '@slusen/contracts';
import { choose, write } from '@slusen/ui/testing';
import { FakeApi, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { FigureThread } from './figure-thread.js';
import { MyQuestions } from './my-questions.js';

const FIGURE = { indicator: 'besok', period: '2026-Q3', territory: '0884' };
const THREAD = 'GET /api/threads?indicator=besok&period=2026-Q3&territory=0884';
const WRITE = 'POST /api/threads';
const PEOPLE = [{ id: 'k1', name: 'Karin Alm' }];
const AT = '2026-10-06T08:00:00.000Z';

const aThread = (different: Partial<Thread> = {}): Thread => ({ messages: [], people: PEOPLE, ...different });
const QUESTION = { id: 7, text: 'Räknas <b>mässan</b>?', by: 'Rut Ek', isOwn: false, at: AT } as const;

describe('A thread on a figure', () => {
  let api: FakeApi;
  beforeEach(() => (api = new FakeApi()));

  async function showThread(thread: Thread) {
    api.on(THREAD, ok(thread));
    const shown = await showPage(FigureThread, { as: ['reviewer'], inputs: { figure: FIGURE } });
    const press = async (name: string): Promise<void> => (shown.screen.getByRole('button', { name }).click(), shown.settled());
    const field = (name = 'Skriv en fråga eller en anteckning'): HTMLElement => shown.screen.getByRole('textbox', { name });
    return { ...shown, press, field };
  }

  it('says who asked whom and who answered, with the words as they were written', async () => {
    const asks = { name: 'Karin Alm', isYou: false, isAnswered: true };
    const answer = { id: 8, text: 'Nej.', by: 'Karin Alm', isOwn: true, at: AT, answers: 7 };
    const { screen } = await showThread(aThread({ messages: [{ ...QUESTION, asks }, answer] }));
    expect(screen.getAllByRole('listitem').map(textOf)).toEqual([
      'Rut Ek frågar Karin Alm, 6 oktober 2026 kl. 10.00 · Besvarad Räknas <b>mässan</b>?',
      'Du svarar, 6 oktober 2026 kl. 10.00 Nej.',
    ]);
    expect(screen.getByText(/aldrig på de öppna sidorna/)).toBeTruthy();
  });

  it('asks a colleague, once, and shows what stands there then', async () => {
    api.on(WRITE, NO_ANSWER, ok({ id: 7 }, 201));
    const { press, field, screen } = await showThread(aThread());
    write(field(), ' Räknas mässan? ');
    choose(screen.getByLabelText('Fråga en kollega'), 'Karin Alm');
    await press('Skicka');
    expect(screen.getByText(/Ingen kontakt med servern/)).toBeTruthy();
    api.on(THREAD, ok(aThread({ messages: [{ ...QUESTION, isOwn: true }] })));
    await press('Skicka');
    expect(api.of(WRITE)[1]?.body).toEqual({ ...FIGURE, text: 'Räknas mässan?', asks: 'k1' });
    const [lost, again] = api.of(WRITE).map(({ headers }) => headers['Idempotency-Key']);
    expect(lost).toBe(again);
    expect([(field() as HTMLTextAreaElement).value, textOf(screen.getByRole('status'))]).toEqual(['', 'Det du skrev är sparat.']);
    expect(screen.getAllByRole('listitem').length).toBe(1);
  });

  it('answers the question that waits for the reader, and asks for no one else then', async () => {
    const asks = { name: 'Karin Alm', isYou: true, isAnswered: false };
    api.on(WRITE, ok({ id: 8 }, 201));
    const { press, field, screen } = await showThread(aThread({ messages: [{ ...QUESTION, asks }] }));
    expect(screen.queryByLabelText('Fråga en kollega')).toBeNull();
    write(field('Ditt svar'), 'Nej.');
    await press('Svara');
    expect(api.of(WRITE)[0]?.body).toEqual({ ...FIGURE, text: 'Nej.', answers: 7 });
  });

  it('sends nothing empty, and keeps what was refused', async () => {
    api.on(WRITE, refused(422, 'thread.cannot-be-asked'));
    const { press, field } = await showThread(aThread());
    await press('Skicka');
    expect([api.of(WRITE), document.activeElement]).toEqual([[], field()]);
    write(field(), 'Hej');
    await press('Skicka');
    expect((field() as HTMLTextAreaElement).value).toBe('Hej');
  });
});

describe('One’s questions', () => {
  const item = {
    ...{
      id: 7,
      indicator: { slug: 'besok', name: { sv: 'Besök' } },
      reporting: 'period',
      period: '2026-Q3',
      territory: { code: '0884', name: { sv: 'V' } },
    },
    ...{ breakdown: '', text: 'Räknas mässan?', by: 'Rut Ek', at: AT, entry: '7a0f1c2e-0000-4000-8000-0000000000e1' },
  };

  it('are told of with the figure and the words, and lead a reviewer to the entry', async () => {
    new FakeApi().on('GET /api/threads/questions', ok({ items: [item] })).on(THREAD, ok(aThread()));
    const { screen, element } = await showPage(MyQuestions, { as: ['reviewer'], inputs: { reviews: true } });
    expect(screen.getByRole('heading', { name: 'En fråga till dig' })).toBeTruthy();
    expect(textOf(element.querySelector('summary'))).toBe('Besök, kvartal 3 2026: Räknas mässan?');
    element.querySelector('details')?.setAttribute('open', '');
    expect(screen.getByRole('link', { name: 'Visa inmatningen som granskas' }).getAttribute('href')).toBe(`/granskning/${item.entry}`);
  });

  it('take no room where there are none', async () => {
    new FakeApi();
    const { element } = await showPage(MyQuestions, { as: ['reporter'] });
    expect(textOf(element)).toBe('');
  });
});

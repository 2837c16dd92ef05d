import { choose, write } from '@slusen/ui/testing';
import { administrationApi, aPlan } from '../../testing/administration.js';
import { ok, type FakeApi } from '../../testing/fake-api.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { ActorsPage } from './actors-page.js';

const ADD = 'POST /api/admin/actors';

describe('ActorsPage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = administrationApi().on(ADD, ok({ slug: 'teknik', name: { sv: 'Teknik' } }, 201));
  });

  const open = () => showPage(ActorsPage, { as: ['administrator'] });
  const press = async ({ screen, settled }: Awaited<ReturnType<typeof open>>): Promise<void> => {
    screen.getByRole('button', { name: 'Lägg till' }).click();
    await settled();
  };
  const sent = () => api.received.filter(({ request }) => request === ADD);

  it('lists who there is, by what they are, and says when there is nobody', async () => {
    const page = await open();
    expect(page.screen.getAllByRole('heading', { level: 2 }).map(textOf)).toEqual(['Lägg till en aktör', 'Förvaltningar', 'Föreningar']);
    expect(page.screen.getByRole('link', { name: 'Kultur' }).getAttribute('href')).toBe('/samverkan/kultur');
  });

  it('says that nobody is there yet', async () => {
    api.on('GET /api/actors', ok({ items: [] }));
    expect((await open()).screen.getByRole('heading', { name: 'Inga aktörer är inlagda än' })).toBeTruthy();
  });

  it('adds somebody, with what was written and nothing else, and reads the list again', async () => {
    const page = await open();
    write(page.screen.getByLabelText('Namn'), ' Teknik ');
    choose(page.screen.getByLabelText('Hör till'), 'Kultur');
    const before = api.received.filter(({ request }) => request === 'GET /api/actors').length;
    await press(page);
    expect(sent().map(({ body }) => body)).toEqual([{ name: { sv: 'Teknik' }, kind: 'department', parent: 'kultur' }]);
    expect(page.screen.getByText('Teknik finns nu med.')).toBeTruthy();
    expect(api.received.filter(({ request }) => request === 'GET /api/actors').length).toBe(before + 1);
  });

  it('says what is planned for somebody, also where it was refused, and takes it back', async () => {
    spyOn(window, 'confirm').and.returnValue(true);
    const refused = aPlan({
      ...{ id: 8, actor: { slug: 'argus', name: { sv: 'IF Argus' } }, into: [{ slug: 'kultur', name: { sv: 'Kultur' } }] },
      sent: { ...aPlan().sent, kind: 'merge', into: ['kultur'], name: undefined },
      refusal: { code: 'actor.new-rule', detail: 'A rule that this page does not know.' },
    });
    api.on('GET /api/admin/reorganisations', ok({ items: [], planned: [aPlan(), refused] }));
    api.on('DELETE /api/admin/planned-reorganisations/8', ok(undefined, 204));
    const page = await open();
    const told = page.screen.getAllByText('Byter namn till Kultur och fritid den 1 januari 2027');
    expect(told.length).toBe(2);
    expect(page.screen.getAllByText('Slås ihop med Kultur den 1 januari 2027').length).toBe(1);
    expect(page.screen.getByText('Gick inte att genomföra. A rule that this page does not know.')).toBeTruthy();
    api.on('GET /api/admin/reorganisations', ok({ items: [], planned: [aPlan()] }));
    page.screen.getByRole('button', { name: 'Ta tillbaka: IF Argus' }).click();
    await page.settled();
    expect(page.screen.queryByText('Slås ihop med Kultur den 1 januari 2027')).toBeNull();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('sends nothing without a name, or with one that somebody has', async () => {
    const page = await open();
    await press(page);
    expect(page.screen.getByText('Skriv vad aktören heter.')).toBeTruthy();
    write(page.screen.getByLabelText('Namn'), 'kultur');
    await press(page);
    expect(page.screen.getByText('Det finns redan en aktör med det namnet.')).toBeTruthy();
    expect(sent()).toEqual([]);
  });
});

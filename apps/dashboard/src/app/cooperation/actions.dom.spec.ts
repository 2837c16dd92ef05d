import { TestBed } from '@angular/core/testing';
import { choose, write } from '@slusen/ui/testing';
import { anAction, anActionDesk, anActionSummary } from '../../testing/actions.js';
import { FakeApi, NO_ANSWER, ok, refused } from '../../testing/fake-api.js';
import { aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { ActionDeskPage } from './action-desk-page.js';
import { ActionFormPage } from './action-form-page.js';

const DESK = 'GET /api/action-desk';
const PLAN = 'POST /api/action-desk/actions';
const ONE = 'GET /api/action-desk/actions/moten-i-byarna';
const REVISE = 'PUT /api/action-desk/actions/moten-i-byarna';

describe('Actions, as officials enter them', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite())).on(DESK, ok(anActionDesk()));
  });

  it('are on a desk that begins with what waits for a word', async () => {
    const items = [
      anActionSummary({ slug: 'a' }),
      anActionSummary({ slug: 'b', standstillDays: 91 }),
      anActionSummary({ slug: 'c', isPastItsEnd: true, endsOn: '2026-06-30' }),
      anActionSummary({ slug: 'd', status: 'done' }),
      anActionSummary({ slug: 'e', status: 'dropped', endedOn: '2026-04-01' }),
    ];
    api.on(DESK, ok(anActionDesk({ items })));
    const { screen } = await showPage(ActionDeskPage, { as: ['reporter'] });
    expect(screen.getAllByRole('heading', { level: 2 }).map(textOf)).toEqual(['Väntar på besked', 'På gång', 'Avslutade']);
    expect(screen.getAllByRole('listitem').map(textOf)).toEqual([
      'Möten i byarna Pågår, inget nytt på 91 dagar · Kommunstyrelsen',
      'Möten i byarna Pågår, skulle ha varit klar 30 juni 2026 · Kommunstyrelsen',
      'Möten i byarna Pågår, till och med 31 december 2026 · Kommunstyrelsen',
      'Möten i byarna Klar · Kommunstyrelsen',
      'Möten i byarna Avbruten den 1 april 2026 · Kommunstyrelsen',
    ]);
    expect(screen.getByRole('link', { name: 'Lägg in en åtgärd' }).getAttribute('href')).toBe('/ny-atgard');
  });

  const enter = () => showPage(ActionFormPage, { as: ['reporter'] });
  const change = () => (api.on(ONE, ok(anAction())), showPage(ActionFormPage, { as: ['reporter'], inputs: { slug: 'moten-i-byarna' } }));
  const showAgain = () => (TestBed.resetTestingModule(), enter());
  type Page = Awaited<ReturnType<typeof enter>>;
  const save = async ({ screen, settled }: Page): Promise<void> => {
    screen.getByRole('button', { name: 'Spara och visa för alla' }).click();
    await settled();
  };
  async function fill(page: Page): Promise<void> {
    const { screen, settled } = page;
    choose(screen.getByLabelText('Mål'), 'Leva: Fler bor här');
    write(screen.getByLabelText('Vad ska göras?'), 'Nya bänkar');
    choose(screen.getByLabelText('Vem leder?'), 'Gatukontoret');
    write(screen.getByLabelText('Från och med'), '2026-03-01');
    write(screen.getByLabelText('Till och med'), '2026-05-31');
    await settled();
  }

  it('are sent as they were filled in, and shown', async () => {
    api.on(PLAN, ok(anAction(), 201));
    const page = await enter();
    await fill(page);
    page.screen.getByRole('checkbox', { name: 'Byalaget', hidden: true }).click();
    page.screen.getByRole('radio', { name: 'Pågår' }).click();
    await page.settled();
    await save(page);
    expect(api.of(PLAN)[0]?.body).toEqual({
      ...{ goal: 'fler-bor-har', title: { sv: 'Nya bänkar' }, lead: 'gatukontoret', partners: ['byalaget'], status: 'ongoing' },
      ...{ startsOn: '2026-03-01', endsOn: '2026-05-31' },
    });
    expect(page.address()).toBe('/atgard/moten-i-byarna');
  });

  it('are not sent while something is lacking; the focus goes to the first of it', async () => {
    const page = await enter();
    await save(page);
    expect(api.of(PLAN)).toEqual([]);
    expect(page.screen.getAllByText('Fyll i det här.').length).toBe(5);
    expect(document.activeElement).toBe(page.screen.getByLabelText('Mål'));
  });

  it('say what does not fit: an end before the beginning, a delay without a reason', async () => {
    const page = await enter();
    await fill(page);
    write(page.screen.getByLabelText('Till och med'), '2026-02-01');
    page.screen.getByRole('radio', { name: 'Försenad' }).click();
    await page.settled();
    await save(page);
    expect(page.screen.getByText('Slutdatumet ligger före startdatumet.')).toBeTruthy();
    expect(page.screen.getByText(/^Skriv varför/)).toBeTruthy();
  });

  it('that the API refuses keep every word, and are asked for again by the same key only where no answer came', async () => {
    const faulty = refused(400, 'input.invalid');
    const told = { ...faulty, body: { ...(faulty.body as object), errors: [{ path: 'goal', message: 'reference.unknown' }] } };
    api.on(PLAN, NO_ANSWER, told, ok(anAction(), 201));
    const page = await enter();
    await fill(page);
    await save(page);
    expect(textOf(page.screen.getByRole('alert'))).toContain('Ingen kontakt med servern');
    await save(page);
    expect(page.screen.getByText('Det finns inte längre. Välj något annat.')).toBeTruthy();
    expect(page.screen.getByLabelText<HTMLInputElement>('Vad ska göras?').value).toBe('Nya bänkar');
    await save(page);
    const [first, second, third] = api.of(PLAN).map(({ headers }) => headers['Idempotency-Key']);
    expect([first === second, second === third]).toEqual([true, false]);
  });

  it('that were left unsaved are back when the page is opened again', async () => {
    const first = await enter();
    await fill(first);
    first.remove();
    const again = await showAgain();
    expect(textOf(again.screen.getByRole('status'))).toBe('Det du skrev förra gången, men inte sparade, är tillbaka.');
    expect(again.screen.getByLabelText<HTMLInputElement>('Vad ska göras?').value).toBe('Nya bänkar');
  });

  describe('that someone else changed meanwhile', () => {
    const theirs = anAction({ revision: 2, status: 'done', note: 'Allt är gjort.' });
    async function conflict(): Promise<Page> {
      const page = await change();
      write(page.screen.getByLabelText('Läget'), 'Två möten hållna.');
      await page.settled();
      api.on(REVISE, refused(412, 'action.stale'), ok(anAction())).on(ONE, ok(theirs));
      await save(page);
      return page;
    }
    const cells = ({ element }: Page): string[][] =>
      [...element.querySelectorAll('.two-versions tbody tr')].map((row) => [...row.children].map(textOf));

    it('are shown in both versions, field by field', async () => {
      expect(cells(await conflict())).toEqual([
        ['Status', 'pågår', 'klar'],
        ['Läget', 'Två möten hållna.', 'Allt är gjort.'],
      ]);
    });

    it('can be saved over what is there now', async () => {
      const page = await conflict();
      page.screen.getByRole('button', { name: 'Behåll det jag har skrivit och spara det' }).click();
      await page.settled();
      // What was done is taken up again here, with a word.
      expect(api.of(REVISE).map(({ headers }) => headers['If-Match'])).toEqual(['"1"', '"2"']);
      expect(api.of(REVISE)[1]?.body).toEqual(jasmine.objectContaining({ note: 'Två möten hållna.', status: 'ongoing' }));
      expect(page.address()).toBe('/atgard/moten-i-byarna');
    });

    it('can be taken as they are there now', async () => {
      const page = await conflict();
      page.screen.getByRole('button', { name: 'Ta det sparade' }).click();
      await page.settled();
      expect(page.screen.getByLabelText<HTMLTextAreaElement>('Läget').value).toBe('Allt är gjort.');
      expect(page.element.querySelector('.two-versions')).toBeNull();
      await save(page);
      expect(api.of(REVISE)[1]?.headers['If-Match']).toBe('"2"');
    });
  });
});

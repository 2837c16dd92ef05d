import { choose, write } from '@slusen/ui/testing';
import { administrationApi, aPeopleList, aPerson } from '../../testing/administration.js';
import { NO_ANSWER, ok, refused, type FakeApi } from '../../testing/fake-api.js';
import { inWindow } from '../../testing/in-window.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { PeoplePage } from './people-page.js';

const listed = (query: string): string => `GET /api/admin/people?${query}&limit=100&offset=0`;
const LIST = listed('q=&sort=name&falling=0');
const MAILS = 'GET /api/admin/mails?limit=10&offset=0';
const INVITE = 'POST /api/admin/people';

describe('PeoplePage', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = administrationApi()
      .on(MAILS, ok({ items: [], total: 0, hasServer: true }))
      .on(LIST, ok(aPeopleList(aPerson(), aPerson({ id: '3', name: 'Åsa Ek', state: 'invited', roles: [], sessions: 2 }))));
  });

  afterEach(() => document.querySelector('iframe')?.remove());

  const open = (inputs: object = {}) => showPage(PeoplePage, { as: ['administrator'], inputs: { ...inputs } });
  const rowsOf = ({ screen }: Awaited<ReturnType<typeof open>>) => screen.getAllByRole('row').map(textOf);

  it('lists everybody with what they may do, where and until when', async () => {
    const page = await open();
    expect(rowsOf(page)).toEqual([
      'Namn Behörigheter Läge E-postadress Inloggad nu',
      'Bo Ek Rapportör, Kultur (till och med 31 december 2099) aktiv bo@exempel.se –',
      'Åsa Ek ingen behörighet inbjuden bo@exempel.se 2',
    ]);
    expect(textOf(page.screen.getByRole('status'))).toBe('2 personer');
    expect(page.screen.getByRole('link', { name: 'Bo Ek' }).getAttribute('href')).toBe(`/administration/personer/${aPerson().id}`);
  });

  it('calls no user name an address', async () => {
    const { email: _, ...without } = aPerson({ username: 'bo.ek' });
    api.on(LIST, ok(aPeopleList(without)));
    expect(rowsOf(await open())[1]).toContain('aktiv ingen');
  });

  it('does not list a role that is over', async () => {
    api.on(LIST, ok(aPeopleList(aPerson({ roles: [{ role: 'politician', to: '2020-01-01' }] }))));
    expect(rowsOf(await open())[1]).toContain('ingen behörighet');
  });

  it('is sorted by its heads, falling at the second press, and searched, by its address', async () => {
    const page = await open();
    const press = async (name: string): Promise<string> => {
      page.screen.getByRole('button', { name }).click();
      await page.settled();
      return page.address();
    };
    expect(page.screen.getByRole('columnheader', { name: 'Namn' }).getAttribute('aria-sort')).toBe('ascending');
    expect(await press('Namn')).toBe('/?fallande=1');
    expect(await press('Läge')).toContain('ordning=state');
    write(page.screen.getByRole('searchbox', { name: 'Sök på namn eller e-postadress' }), ' bo ');
    expect(await press('Sök')).toContain('sok=bo');
  });

  it('is read on a telephone without moving it sideways', async () => {
    const telephone = await inWindow(360, (await open()).element);
    const region = telephone.querySelector('.table-region')!;
    expect(region.scrollWidth - region.clientWidth).toBe(0);
  });

  it('asks for what its address says, and says when nobody is found', async () => {
    api.on(listed('q=zorro&sort=state&falling=1'), ok(aPeopleList()));
    const { screen } = await open({ sok: 'zorro', ordning: 'state', fallande: '1' });
    expect(textOf(screen.getByRole('status'))).toBe('0 personer · Visa alla');
    expect(screen.getByRole('heading', { name: 'Ingen passade sökningen' })).toBeTruthy();
  });

  describe('invites somebody', () => {
    async function fill(
      { screen, settled }: Awaited<ReturnType<typeof open>>,
      name = ' Cilla Ask ',
      email = ' cilla@exempel.se ',
    ): Promise<void> {
      screen.getByText('Bjud in en person').click();
      await settled();
      write(screen.getByLabelText('Namn'), name);
      write(screen.getByLabelText('E-postadress'), email);
    }
    const send = async ({ screen, settled }: Awaited<ReturnType<typeof open>>): Promise<void> => {
      screen.getByRole('button', { name: 'Bjud in' }).click();
      await settled();
    };

    it('with name, address and roles for a department from and until a day', async () => {
      api.on(INVITE, ok(aPerson({ name: 'Cilla Ask' }), 201));
      const page = await open();
      const { screen, settled } = page;
      await fill(page);
      screen.getByRole('button', { name: 'Lägg till behörighet' }).click();
      await settled();
      choose(screen.getByLabelText('Roll'), 'granskare');
      await settled();
      choose(screen.getByLabelText('Förvaltning'), 'Kultur');
      const until = screen.getByLabelText<HTMLInputElement>('Till och med');
      until.value = '2027-06-30';
      until.dispatchEvent(new Event('change'));
      await send(page);
      expect(api.of(INVITE)[0]?.body).toEqual({
        name: 'Cilla Ask',
        email: 'cilla@exempel.se',
        roles: [{ role: 'reviewer', department: 'kultur', to: '2027-06-30' }],
      });
      expect(textOf(screen.getAllByRole('status')[0] ?? null)).toContain('Cilla Ask är inbjuden. Länken gäller i sju dagar.');
      expect(screen.getByLabelText<HTMLInputElement>('Namn').value).toBe('');
      expect(api.of(LIST).length).withContext('the list is read anew').toBe(2);
    });

    it('as a strategist for the whole municipality, though a role for a department was thought of first', async () => {
      api.on(INVITE, ok(aPerson({ name: 'Cilla Ask' }), 201));
      const page = await open();
      await fill(page);
      page.screen.getByRole('button', { name: 'Lägg till behörighet' }).click();
      await page.settled();
      choose(page.screen.getByLabelText('Förvaltning'), 'Kultur');
      choose(page.screen.getByLabelText('Roll'), 'strateg');
      await page.settled();
      await send(page);
      expect(api.of(INVITE)[0]?.body).toEqual(jasmine.objectContaining({ roles: [{ role: 'strategist' }] }));
    });

    it('as what the address asks for, with the form unfolded', async () => {
      api.on(INVITE, ok(aPerson({ name: 'Cilla Ask' }), 201));
      const page = await open({ roll: 'reviewer', forvaltning: 'kultur' });
      expect(page.screen.getByLabelText('Namn').closest('details')?.open).toBeTrue();
      write(page.screen.getByLabelText('Namn'), 'Cilla Ask');
      write(page.screen.getByLabelText('E-postadress'), 'cilla@exempel.se');
      await send(page);
      expect(api.of(INVITE)[0]?.body).toEqual(jasmine.objectContaining({ roles: [{ role: 'reviewer', department: 'kultur' }] }));
    });

    it('and shows the link to hand over where no mail server sends it', async () => {
      const link = 'https://mal.exempel.se/valj-losenord#abc';
      const mail = { id: 'm1', kind: 'invitation', state: 'kept', name: 'Bo Ek', address: 'bo@exempel.se', subject: 'Välkommen' };
      api
        .on(INVITE, ok(aPerson(), 201))
        .on(MAILS, ok({ items: [mail], total: 1, hasServer: false }))
        .on('POST /api/admin/mails/m1/openings', ok({ text: link, link }));
      const page = await open();
      await fill(page);
      await send(page);
      expect(page.screen.getByLabelText<HTMLInputElement>('Länk att lämna över').value).toBe(link);
    });

    it('for no other actors than such as have people who report', async () => {
      const page = await open();
      await fill(page);
      page.screen.getByRole('button', { name: 'Lägg till behörighet' }).click();
      await page.settled();
      const words = [...page.screen.getByLabelText<HTMLSelectElement>('Förvaltning').options].map(({ text }) => text.trim());
      expect(words).toEqual(['Välj', 'Kultur']);
    });

    it('and adds a department where there is none to choose', async () => {
      api.on('GET /api/actors', ok({ total: 0, items: [], links: { self: '/api/actors' } }));
      const page = await open();
      await fill(page);
      expect(page.screen.queryByText(/Det finns ingen förvaltning/)).toBeNull();
      page.screen.getByRole('button', { name: 'Lägg till behörighet' }).click();
      await page.settled();
      api.on('POST /api/admin/actors', ok({ slug: 'teknik', name: { sv: 'Teknik' } }, 201));
      write(page.screen.getByLabelText('Vad heter förvaltningen?'), 'Teknik');
      page.screen.getByRole('button', { name: 'Lägg till förvaltningen' }).click();
      await page.settled();
      api.on(INVITE, ok(aPerson({ name: 'Cilla Ask' }), 201));
      await fill(page);
      await send(page);
      expect(api.of(INVITE)[0]?.body).toEqual(jasmine.objectContaining({ roles: [{ role: 'reporter', department: 'teknik' }] }));
    });

    it('not without a name and a whole address', async () => {
      const page = await open();
      await fill(page, ' ', 'cilla');
      await send(page);
      for (const said of ['Skriv personens namn.', 'Skriv en hel e-postadress, till exempel namn@kommun.se.'])
        expect(page.screen.getByText(said)).toBeTruthy();
      expect(document.activeElement).toBe(page.screen.getByLabelText('Namn'));
      expect(api.of(INVITE)).toEqual([]);
    });

    it('or says why not, keeps what was written, and asks for the same thing again only where no answer came', async () => {
      api.on(INVITE, NO_ANSWER, refused(422, 'account.email-taken'), ok(aPerson(), 201));
      const page = await open();
      await fill(page);
      await send(page);
      await send(page);
      expect(textOf(page.screen.getByRole('alert'))).toBe('Det finns redan ett konto med den e-postadressen.');
      expect(page.screen.getByLabelText<HTMLInputElement>('Namn').value).toBe(' Cilla Ask ');
      await send(page);
      const [first, second, third] = api.of(INVITE).map(({ headers }) => headers['Idempotency-Key']);
      expect([first === second, second === third]).toEqual([true, false]);
    });
  });
});

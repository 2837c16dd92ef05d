import { write } from '@slusen/ui/testing';
import { FakeApi, ok, refused } from '../../testing/fake-api.js';
import { aSession, aSite } from '../../testing/people.js';
import { showPage, textOf } from '../../testing/show-page.js';
import { ChoosePasswordPage } from './choose-password-page.js';
import { LostPasswordPage } from './lost-password-page.js';

const READ = 'POST /api/password-links/search';
const USE = 'POST /api/password-links/used';
const SIGN_IN = 'POST /api/session';
const ASK = 'POST /api/password-resets';
const aLink = (kind: 'invitation' | 'reset' = 'invitation') => ({
  ...{ kind, name: 'Bo Ek', username: 'bo@exempel.se', expiresAt: '2026-12-04T12:00:00.000Z' },
});

describe('The page of a link to choose a password', () => {
  let api: FakeApi;
  const before = location.href;
  beforeEach(() => {
    localStorage.clear();
    history.replaceState(null, '', '#abc.def');
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });
  afterEach(() => history.replaceState(null, '', before));

  const open = () => showPage(ChoosePasswordPage);
  async function choose({ screen, settled }: Awaited<ReturnType<typeof open>>, password: string): Promise<void> {
    write(screen.getByLabelText('Lösenord'), password);
    screen.getByRole('button', { name: 'Spara lösenordet' }).click();
    await settled();
  }

  it('welcomes who is invited, takes their password, and leaves no secret in the address', async () => {
    api
      .on(READ, ok(aLink()))
      .on(USE, ok(null, 204))
      .on(SIGN_IN, ok(aSession(['reporter'])));
    const page = await open();
    expect(textOf(page.element)).toContain('Ditt användarnamn är bo@exempel.se');
    expect(api.of(READ)[0]?.body).toEqual({ token: 'abc.def' });
    expect(page.screen.getByRole('heading', { name: 'Välkommen Bo Ek!' })).toBeTruthy();
    expect(textOf(page.element)).toContain('Länken fungerar en gång, till och med 4 december 2026 kl. 13.00.');
    await choose(page, 'ett långt lösenord');
    expect(api.of(USE)[0]?.body).toEqual({ token: 'abc.def', password: 'ett långt lösenord' });
    expect(location.hash).toBe('');
    expect(api.of(SIGN_IN)[0]?.body).toEqual({ username: 'bo@exempel.se', password: 'ett långt lösenord' });
    expect(page.address()).toBe('/logga-in');
  });

  it('asks for the code of whoever has a second factor, with the user name filled in', async () => {
    api
      .on(READ, ok(aLink('reset')))
      .on(USE, ok(null, 204))
      .on(SIGN_IN, refused(401, 'session.code-needed'));
    const page = await open();
    await choose(page, 'ett långt lösenord');
    expect(page.screen.getByRole('heading', { name: 'Lösenordet är sparat' })).toBeTruthy();
    expect(page.screen.getByLabelText<HTMLInputElement>('Användarnamn').value).toBe('bo@exempel.se');
    expect(location.hash).toBe('');
  });

  it('asks for a longer password before anything is sent', async () => {
    api.on(READ, ok(aLink('reset')));
    const page = await open();
    expect(page.screen.getByRole('heading', { name: 'Välj ett nytt lösenord' })).toBeTruthy();
    await choose(page, 'elva tecken');
    expect(page.screen.getByText('Lösenordet behöver minst tolv tecken.')).toBeTruthy();
    expect(api.of(USE)).toEqual([]);
  });

  for (const [code, status, heading] of [
    ['link.broken', 400, 'Länken är inte hel'],
    ['link.not-found', 404, 'Länken hör inte hit'],
    ['link.expired', 410, 'Länken har slutat gälla'],
    ['link.used', 410, 'Länken är redan använd'],
    ['link.replaced', 410, 'Länken gäller inte längre'],
  ] as const) {
    it(`says in its own words that it is ${code}, and where to go`, async () => {
      api.on(READ, refused(status, code));
      const { screen } = await open();
      expect(screen.getByRole('heading', { name: heading })).toBeTruthy();
      expect(screen.getByRole('link', { name: 'Be om en ny länk' }).getAttribute('href')).toBe('/glomt-losenord');
      expect(screen.queryByRole('button')).toBeNull();
    });

    it(`says so too when it becomes ${code} meanwhile`, async () => {
      api.on(READ, ok(aLink())).on(USE, refused(status, code));
      const page = await open();
      await choose(page, 'ett långt lösenord');
      expect(page.screen.getByRole('heading', { name: heading })).toBeTruthy();
    });
  }

  it('does not let somebody who is signed in choose for somebody else without seeing it', async () => {
    localStorage.setItem('slusen.signed-in', '1');
    api
      .on('GET /api/session', ok(aSession(['reporter'])))
      .on(READ, ok(aLink()))
      .on('DELETE /api/session', ok(null, 204));
    const page = await open();
    await page.settled();
    expect(page.screen.getByText('Du är inloggad som Anna Lindeborg, men länken är till Bo Ek.')).toBeTruthy();
    expect(page.screen.queryByLabelText('Lösenord')).toBeNull();
    page.screen.getByRole('button', { name: 'Logga ut och fortsätt' }).click();
    await page.settled();
    expect(page.screen.getByLabelText('Lösenord')).toBeTruthy();
  });

  it('says when nothing answers', async () => {
    api.on(READ, { status: 0, body: null });
    expect(textOf((await open()).screen.getByRole('alert'))).toContain('Ingen kontakt med servern');
  });
});

describe('The page of a lost password', () => {
  let api: FakeApi;
  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi().on('GET /api/site', ok(aSite()));
  });

  async function ask(email: string) {
    const page = await showPage(LostPasswordPage);
    write(page.screen.getByLabelText('E-postadress'), email);
    page.screen.getByRole('button', { name: 'Skicka länken' }).click();
    await page.settled();
    return page;
  }

  it('says the same of every address', async () => {
    api.on(ASK, ok(null, 202));
    const { screen } = await ask(' bo@exempel.se ');
    expect(api.of(ASK)[0]?.body).toEqual({ email: 'bo@exempel.se' });
    expect(textOf(screen.getByRole('status'))).toBe(
      'Har bo@exempel.se ett konto kommer det snart ett brev dit. Länken i brevet fungerar i två timmar.',
    );
  });

  it('asks for a whole address', async () => {
    const { screen } = await ask('bo');
    expect(screen.getByText('Skriv en hel e-postadress, till exempel namn@kommun.se.')).toBeTruthy();
    expect(api.of(ASK)).toEqual([]);
  });

  it('says when it was asked too often', async () => {
    api.on(ASK, refused(429, 'session.throttled'));
    expect(textOf((await ask('bo@exempel.se')).screen.getByRole('alert'))).toBe(
      'Många länkar har begärts. Vänta en kvart och försök igen.',
    );
  });
});
